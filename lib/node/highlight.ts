import {createRequire} from 'node:module';

import {Prism} from 'prism-react-renderer';

/** Languages beyond those that prism-react-renderer bundles. */
const additionalLanguages = ['bash', 'docker', 'ini'];

const require = createRequire(import.meta.url);
// Prism's language files add themselves to a global of this name.
Object.assign(globalThis, {Prism});
for (const language of additionalLanguages) {
  require(`prismjs/components/prism-${language}`);
}

/**
 * Code as HTML with Prism's token classes. A language that Prism does not know,
 * or none, gives the code as it is, escaped.
 */
export function highlight(code: string, language: string | null | undefined): string {
  const grammar = language ? Prism.languages[language] : undefined;
  return grammar && language
    ? Prism.highlight(code, grammar, language)
    : code.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
