import { OfficeRefusal } from "./problems.ts";

/** a sheet with a column for each day of a year still opens */
export const MOST_COLUMNS = 500;
/** of all the grids of a document */
export const MOST_SQUARES = 300_000;

/** No paper has such tables: damage or malice made them, and every later step would pay for each empty square. */
export function refuseBoundless(tables: readonly { readonly rows: number; readonly columns: number }[]): void {
  const squares = tables.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (squares > MOST_SQUARES || tables.some(({ columns }) => columns > MOST_COLUMNS))
    throw new OfficeRefusal("office-boundless");
}
