/** a sheet with a column for each day of a year still opens */
const MOST_COLUMNS = 500;
const MOST_SQUARES = 300_000;

/** No paper has such tables: damage or malice made them, and every later step would pay for each empty square. */
export function isBoundless(tables: readonly { readonly rows: number; readonly columns: number }[]): boolean {
  const squares = tables.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return squares > MOST_SQUARES || tables.some(({ columns }) => columns > MOST_COLUMNS);
}
