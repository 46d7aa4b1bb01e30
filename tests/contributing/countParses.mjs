// @ts-check
import {subscribe} from 'node:diagnostics_channel';
import {writeFileSync} from 'node:fs';

/**
 * Loaded into a build: counts how often each text is parsed, and writes it to the file PARSE_COUNTS.
 * Plain JavaScript, since a process loads it before anything that understands TypeScript.
 * @type {Record<string, Record<string, number>>}
 */
const counts = {markdown: {}, yaml: {}, html: {}};
subscribe('kkori:parse', (message) => {
  const {language, text} = /** @type {{language: string, text: string}} */ (message);
  const ofLanguage = counts[language] ?? {};
  ofLanguage[text] = (ofLanguage[text] ?? 0) + 1;
});
process.on('exit', () => {
  // The command that starts the build loads this too, and parses nothing.
  if (Object.keys(counts.markdown ?? {}).length > 0) {
    writeFileSync(process.env.PARSE_COUNTS ?? '', JSON.stringify(counts));
  }
});
