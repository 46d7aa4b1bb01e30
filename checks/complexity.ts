/**
 * Bounds of what the Markdown parser gets to see. It calls itself for each level
 * of nesting, and takes time that grows with the square of the marks in a
 * paragraph; people's pages stay far below.
 */
const maximumLineLength = 4000;
const maximumNesting = 12;
const maximumIndentation = 60;
const maximumMarksOfBlock = 2000;
const maximumMarksOfPage = 20_000;

const markers = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)]|>)(?=[ \t>]|$))+/;

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
  for (const [index, content] of text.split(/\n|\r/).entries()) {
    const line = index + 1;
    if (content.length > maximumLineLength) {
      const message = `한 줄이 ${maximumLineLength}자를 넘습니다. 문단을 나누어 주세요`;
      return {line, column: maximumLineLength + 1, message};
    }
    const nesting = markers.exec(content)?.[0].replace(/\s/g, '').length ?? 0;
    const indentation = /^[ \t]*(?=[-*+>\d])/.exec(content)?.[0].length ?? 0;
    if (nesting > maximumNesting || indentation > maximumIndentation) {
      const message = '인용이나 목록이 너무 깊이 겹쳐 있습니다. 겹을 줄여 주세요';
      return {line, column: 1, message};
    }
    if (content.trim() === '') {
      marksOfBlock = 0;
      blockLine = line + 1;
    }
    const marks = content.match(/[*_~`<>!:&|[\]]/g)?.length ?? 0;
    marksOfBlock += marks;
    marksOfPage += marks;
    if (marksOfBlock > maximumMarksOfBlock || marksOfPage > maximumMarksOfPage) {
      const message = '기호(*, _, [, ` 등)가 너무 많습니다. 문단이나 글을 나누어 주세요';
      return {line: marksOfPage > maximumMarksOfPage ? line : blockLine, column: 1, message};
    }
  }
  return undefined;
}
