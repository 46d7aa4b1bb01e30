import {nodesIn} from '../../lib/nodes.ts';

import {isInBookFonts} from '../../lib/node/bookCharacters.ts';
import {sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

export const printableCharacter: Rule = {
  id: 'printable-character',
  why: '책에 함께 싣는 글꼴에 없는 글자는 PDF에 빈 상자로 찍히거나, 책을 만드는 컴퓨터의 글꼴에 따라 달라집니다.',
  bad: [
    {files: {'docs/a.md': '글\n\n조건 ก입니다.'}, findings: ['docs/a.md:3:4']},
    {files: {'docs/a.md': '글 &#xe01; 끝'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '`龘`'}, findings: ['docs/a.md:1:2']},
  ],
  good: [{files: {'docs/a.md': '가상 머신 → 5μs ① ㉠ ≤ 2² ✅ 👩‍💻 ❤️ 1️⃣ café ─┼ │'}}],
  check: ({texts, pages}) => [
    ...texts.flatMap(({file, text}) =>
      text.split('\n').flatMap((content, index) => {
        const fault = faultOf(content);
        return fault ? [{file, line: index + 1, ...fault}] : [];
      }),
    ),
    ...pages.flatMap((page) => {
      const findings: Found[] = [];
      for (const {node} of nodesIn(page.root, 'text')) {
        const fault = faultOf(node.value);
        if (fault && !faultOf(sourceOf(page, node))) {
          findings.push({file: page.file, ...positionOf(node), message: fault.message});
        }
      }
      return findings;
    }),
  ],
};

/** What nearly all lines are made of. */
const ordinary = /^[\t\r\n -~가-힣…“”‘’·→×–—]*$/;

/** The first character of a line that no font of the book has. */
function faultOf(line: string): {column: number; message: string} | undefined {
  if (ordinary.test(line)) {
    return undefined;
  }
  let column = 1;
  for (const character of line) {
    if (!/^[\p{C}\p{Z}\p{M}]$/u.test(character) && !isInBookFonts(character)) {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      const message = `책의 글꼴에 없는 글자 ‘${character}’(U+${code})입니다. 뜻이 같은 다른 글자나 한글로 바꿔 적어 주세요`;
      return {column, message};
    }
    column += character.length;
  }
  return undefined;
}
