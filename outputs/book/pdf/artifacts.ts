import {mcidOf, type Operation} from './contentStream.ts';

const pathOperators = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const paintOperators = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do']);

/**
 * Marks what is painted outside all tagged content (running heads, page numbers,
 * backgrounds, borders) as an artifact, as PDF/UA-1 demands (ISO 14289-1, 7.1);
 * and so tagged content that is nothing but lines and areas, unless it belongs
 * to a figure.
 * @param figures the ids of marked content that belongs to figures
 * @returns the ids of marked content that are no longer in the page
 */
export function markArtifacts(
  operations: readonly Operation[],
  figures: ReadonlySet<number>,
): {operations: Operation[]; dropped: Set<number>} {
  const marked: Operation[] = [];
  const dropped = new Set<number>();
  const open: {mcid: number | undefined; start: number}[] = [];
  let objectStart: number | undefined;
  const isTagged = () => open.some(({mcid}) => mcid !== undefined);
  const wrap = (start: number) => {
    marked.splice(start, 0, artifact);
    marked.push(endOfMarkedContent);
  };

  for (const operation of operations) {
    const {operator} = operation;
    const length = marked.push(operation);
    if (operator === 'BDC' || operator === 'BMC') {
      open.push({mcid: mcidOf(operation), start: length - 1});
    } else if (operator === 'EMC') {
      const content = open.pop();
      if (content?.mcid === undefined || figures.has(content.mcid)) {
        continue;
      }
      if (!marked.slice(content.start).some(showsSomething)) {
        dropped.add(content.mcid);
        marked[content.start] = artifact;
      }
    } else if (isTagged()) {
      continue;
    } else if (operator === 'BT' || pathOperators.has(operator)) {
      objectStart ??= length - 1;
    } else if (operator === 'ET' || paintOperators.has(operator)) {
      wrap(objectStart ?? length - 1);
      objectStart = undefined;
    } else if (operator === 'n') {
      // A path that clips and paints nothing.
      objectStart = undefined;
    }
  }
  return {operations: marked, dropped};
}

const artifact: Operation = {operator: 'BMC', operands: ['/Artifact']};
const endOfMarkedContent: Operation = {operator: 'EMC', operands: []};

const showsSomething = ({operator}: Operation) => ['Tj', 'TJ', 'Do'].includes(operator);
