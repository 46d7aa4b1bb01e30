import {createRequire} from 'node:module';

import {Prism} from 'prism-react-renderer';

import {piecesOfCode} from '../codeBreaks.ts';
import {wholeWordClass} from '../pageMarkup.ts';

/** Languages beyond those that prism-react-renderer bundles. */
const additionalLanguages = ['bash', 'docker', 'ini'];

const require = createRequire(import.meta.url);
// Prism's language files add themselves to a global of this name.
Object.assign(globalThis, {Prism});
for (const language of additionalLanguages) {
  require(`prismjs/components/prism-${language}`);
}

/**
 * Code as HTML with Prism's token classes, and with the places where it may break. A language that
 * Prism does not know, or none, gives the code as it is, escaped.
 */
export function highlight(code: string, language: string | null | undefined): string {
  const grammar = language ? Prism.languages[language] : undefined;
  return grammar && language
    ? withBreaks(Prism.highlight(code, grammar, language))
    : code.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** @param html of Prism, which escapes `&` and `<` and writes nothing but spans */
function withBreaks(html: string): string {
  return html.replace(/(^|>)([^<]+)/g, (_, before: string, text: string) => {
    const pieces = piecesOfCode(text).map((piece) =>
      piece === 'break'
        ? '<wbr>'
        : piece.isWhole
          ? `<span class="${wholeWordClass}">${piece.text}</span>`
          : piece.text,
    );
    return before + pieces.join('');
  });
}
