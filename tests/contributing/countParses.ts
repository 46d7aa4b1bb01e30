import {subscribe} from 'node:diagnostics_channel';
import {writeFileSync} from 'node:fs';

import type {Language} from '../../lib/node/parsing.ts';

/** Loaded into a build: counts how often each text is parsed, and writes it to the file PARSE_COUNTS. */
const counts: Record<Language, Record<string, number>> = {markdown: {}, yaml: {}, html: {}};
subscribe('kkori:parse', (message) => {
  const {language, text} = message as {language: Language; text: string};
  counts[language][text] = (counts[language][text] ?? 0) + 1;
});
process.on('exit', () => {
  // The command that starts the build loads this too, and parses nothing.
  if (Object.keys(counts.markdown).length > 0) {
    writeFileSync(process.env.PARSE_COUNTS ?? '', JSON.stringify(counts));
  }
});
