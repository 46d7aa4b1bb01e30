/** A piece of code: text that may break as any does, a word that stays whole, or a place to break. */
type Piece = {text: string; isWhole: boolean} | 'break';

/** More characters than the narrowest column has room for. */
export const longCode = 22;

/**
 * Where a line of code may break. Browsers break after any hyphen, which cuts `--severity` in two: a
 * word with one stays whole, and one that is longer than a column breaks behind what parts it
 * (`registry.example.com/`, `container_memory_`).
 */
export function piecesOfCode(code: string): Piece[] {
  return code.split(/(\s+)/).flatMap((word): Piece[] => {
    if (word.length <= longCode) {
      return word === '' ? [] : [{text: word, isWhole: /-./.test(word)}];
    }
    const parts = word.split(/(?<=[/_:=@])(?=[^/_:=@\d])/);
    return parts.flatMap((text, index): Piece[] => [
      ...(index > 0 ? (['break'] as const) : []),
      {text, isWhole: text.length <= longCode && /-./.test(text)},
    ]);
  });
}
