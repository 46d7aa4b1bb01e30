import type {Operation} from './contentStream.ts';
import type {StructureElement} from './structure.ts';

/** A piece of content at the top of the page, between its two operators. */
interface Piece {
  start: number;
  end: number;
  /** Undefined for an artifact. */
  mcid: number | undefined;
}

/**
 * Chromium marks each run of text by itself. Pieces of one element that follow each
 * other become one, in a drawing together with the lines and areas between them.
 * @returns the ids of marked content that are no longer in the page
 */
export function joinMarks(
  operations: readonly Operation[],
  ownerOf: (mcid: number) => StructureElement | undefined,
): {operations: Operation[]; joined: Set<number>} {
  const removed = new Set<number>();
  const joined = new Set<number>();
  let last: Piece | undefined;
  let artifacts: Piece[] = [];
  for (const piece of piecesOf(operations)) {
    if (piece.mcid === undefined) {
      artifacts.push(piece);
      continue;
    }
    const owner = ownerOf(piece.mcid);
    const isJoined =
      owner &&
      last?.mcid !== undefined &&
      owner === ownerOf(last.mcid) &&
      (artifacts.length === 0 || owner.role === 'Figure');
    if (isJoined && last) {
      joined.add(piece.mcid);
      for (const index of [
        last.end,
        ...artifacts.flatMap(({start, end}) => [start, end]),
        piece.start,
      ]) {
        removed.add(index);
      }
      // The id of the first stands for all.
      last = {...piece, mcid: last.mcid};
    } else {
      last = piece;
    }
    artifacts = [];
  }
  return {operations: operations.filter((_, index) => !removed.has(index)), joined};
}

function piecesOf(operations: readonly Operation[]): Piece[] {
  const pieces: Piece[] = [];
  const open: number[] = [];
  for (const [index, {operator}] of operations.entries()) {
    if (operator === 'BMC' || operator === 'BDC') {
      open.push(index);
    } else if (operator === 'EMC') {
      const start = open.pop();
      if (start !== undefined && open.length === 0) {
        pieces.push({start, end: index, mcid: mcidOf(operations[start])});
      }
    }
  }
  return pieces;
}

/** Id of the marked content that the operation begins. */
export function mcidOf(operation: Operation | undefined): number | undefined {
  const mcid = /\/MCID\s+(\d+)/.exec(operation?.operands[1] ?? '')?.[1];
  return mcid === undefined ? undefined : Number(mcid);
}
