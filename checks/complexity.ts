/**
 * Bounds of what the Markdown parser gets to see. It calls itself for each level
 * of nesting, and takes time that grows with the square of the marks in a
 * paragraph; so do the rules with its length. People's pages stay far below.
 */
const maximumLines = 2000;
const maximumLineLength = 4000;
const maximumBlockLength = 10_000;
const maximumNesting = 12;
const maximumIndentation = 36;
const maximumMarksOfBlock = 2000;
const maximumMarksOfPage = 20_000;

const markers = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)]|>)(?=[ \t>]|$))+/;
const boxOpening = /^\s*:{3,}[^\s:]/;
const boxClosing = /^\s*:{3,}\s*$/;

/**
 * What would make a text too hard to parse, or undefined.
 * @param text of a Markdown page, with the line ends of Unix
 */
export function complexityFault(
  text: string,
): {line: number; column: number; message: string} | undefined {
  let marksOfPage = 0;
  let marksOfBlock = 0;
  let blockLine = 1;
  let blockLength = 0;
  let openBoxes = 0;
  for (const [index, content] of text.split(/\n|\r/).entries()) {
    const line = index + 1;
    if (line > maximumLines) {
      const message = `글이 ${maximumLines}줄을 넘습니다. 글을 나누어 주세요`;
      return {line, column: 1, message};
    }
    if (content.length > maximumLineLength) {
      const message = `한 줄이 ${maximumLineLength}자를 넘습니다. 문단을 나누어 주세요`;
      return {line, column: maximumLineLength + 1, message};
    }
    const nesting = markers.exec(content)?.[0].replace(/\s/g, '').length ?? 0;
    const indentation = /^[ \t]*(?=[-*+>\d])/.exec(content)?.[0].length ?? 0;
    openBoxes += boxOpening.test(content) ? 1 : boxClosing.test(content) && openBoxes > 0 ? -1 : 0;
    if (
      nesting > maximumNesting ||
      openBoxes > maximumNesting ||
      indentation > maximumIndentation
    ) {
      const message = '인용, 목록, 상자가 너무 깊이 겹쳐 있습니다. 겹을 줄여 주세요';
      return {line, column: 1, message};
    }
    if (content.trim() === '') {
      marksOfBlock = 0;
      blockLength = 0;
      blockLine = line + 1;
    }
    blockLength += content.length;
    if (blockLength > maximumBlockLength) {
      const message = `빈 줄 없이 ${maximumBlockLength}자가 넘게 이어집니다. 문단을 나누어 주세요`;
      return {line: blockLine, column: 1, message};
    }
    const marks = content.match(/[*_~`<>!:&|[\]{]/g)?.length ?? 0;
    marksOfBlock += marks;
    marksOfPage += marks;
    if (marksOfBlock > maximumMarksOfBlock || marksOfPage > maximumMarksOfPage) {
      const message = '기호(*, _, [, ` 등)가 너무 많습니다. 문단이나 글을 나누어 주세요';
      return {line: marksOfPage > maximumMarksOfPage ? line : blockLine, column: 1, message};
    }
  }
  return undefined;
}
