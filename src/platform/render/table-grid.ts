import { placed } from "./cell-text.ts";
import type { PlacedCell, TableBlock } from "./document-tree.ts";

/** A cell with its place in the table's grid, rows counted from the first header row. */
export interface GridCell extends PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly role: "header" | "section" | "body";
}

/**
 * Gives every cell of a table its place, header rows first, by the merges declared so far.
 * Throws RangeError where a row is longer or shorter than the columns, or a merge leaves the table:
 * such a tree is a mistake of the program, and Word would refuse the file.
 */
export function gridOf(table: TableBlock): readonly (readonly GridCell[])[] {
  const width = table.columns.length;
  const rows = [...table.header, ...table.rows];
  /** for each column, the first row not yet covered by a cell from above */
  const freeFrom = Array.from({ length: width }, () => 0);
  return rows.map((row, at) => {
    const role = "section" in row ? "section" : at < table.header.length ? "header" : "body";
    const cells = "section" in row ? [{ value: row.section, colSpan: width }] : row.cells.map(placed);
    let column = 0;
    const skipCovered = () => {
      while (column < width && freeFrom[column]! > at) column += 1;
    };
    const line = cells.map((cell): GridCell => {
      skipCovered();
      const { colSpan = 1, rowSpan = 1 } = cell;
      const end = column + colSpan;
      const last = role === "header" ? table.header.length : rows.length;
      if (end > width || at + rowSpan > last)
        throw new RangeError(`a cell leaves the table at row ${at}, column ${column}`);
      if (freeFrom.slice(column, end).some((free) => free > at))
        throw new RangeError(`cells overlap at row ${at}, column ${column}`);
      freeFrom.fill(at + rowSpan, column, end);
      // its own properties come last: an object that grows after a spread takes V8 a hundred times as long to make
      const gridCell = { row: at, column, colSpan, rowSpan, role, ...cell } as const;
      column = end;
      return gridCell;
    });
    skipCovered();
    if (column < width) throw new RangeError(`row ${at} has cells for ${column} columns of ${width}`);
    return line;
  });
}
