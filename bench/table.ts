/** Rows of cells as a table for the terminal; a Korean character is two columns wide. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columns(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const room = ' '.repeat(Math.max(0, (widths[column] ?? 0) - columns(cell)));
          return column === 0 ? cell + room : room + cell;
        })
        .join('  '),
    )
    .join('\n');
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[ᄀ-ᇿ⺀-힣가-힣！-｠]/.test(character) ? 2 : 1), 0);
}
