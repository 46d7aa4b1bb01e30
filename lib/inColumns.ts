/**
 * Deals items into columns without changing their order, so that the highest column is as low as it
 * can be.
 * @param count most columns
 */
export function inColumns<Item>(
  items: readonly Item[],
  count: number,
  heightOf: (item: Item) => number,
): Item[][] {
  const heights = items.map(heightOf);
  const ceilings = heights
    .flatMap((_, start) => {
      let sum = 0;
      return heights.slice(start).map((height) => (sum += height));
    })
    .sort((a, b) => a - b);
  for (const ceiling of ceilings) {
    const columns = filledTo(ceiling, items, heightOf);
    if (columns && columns.length <= count) {
      return columns;
    }
  }
  return [];
}

/** Columns up to a ceiling, or undefined when something is higher than it. */
function filledTo<Item>(
  ceiling: number,
  items: readonly Item[],
  heightOf: (item: Item) => number,
): Item[][] | undefined {
  const columns: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const height = heightOf(item);
    if (height > ceiling) {
      return undefined;
    }
    if (height > room) {
      columns.push([]);
      room = ceiling;
    }
    columns.at(-1)?.push(item);
    room -= height;
  }
  return columns;
}
