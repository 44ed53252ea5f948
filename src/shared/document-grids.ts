/**
 * What a reader makes of a file: paragraphs and tables in the order of the page, with nothing understood yet.
 * Plain data, safe to store as JSON. An address in it stays true as long as the file is the same.
 */
export interface DocumentGrids {
  /** file name without its extension */
  readonly document: string;
  readonly blocks: readonly Block[];
}

export type Block = ParagraphBlock | TableBlock;

export interface ParagraphBlock {
  readonly kind: "paragraph";
  /** as written; a soft break is "\n", a tab "\t", a number made by Word is not part of it */
  readonly text: string;
  /** 1…9 for a heading; the title of the document is 1 */
  readonly level?: number;
  /** printed in bold from end to end */
  readonly bold?: boolean;
  /** an item of a list: its computed mark («1.», «–») and depth from 0 */
  readonly list?: ListMark;
}

export interface ListMark {
  readonly marker: string;
  readonly depth: number;
}

export interface TableBlock {
  readonly kind: "table";
  /** ordinal of the table in the document, from 0; a nested table comes right after the table that holds it */
  readonly index: number;
  readonly rows: number;
  /** columns of the grid, before any that layout alone made are folded */
  readonly columns: number;
  /** every cell once, at its top left corner, ordered by row and column; an empty cell is there too */
  readonly cells: readonly GridCell[];
  /** widths of the grid columns in any one unit, where the file has them */
  readonly widths?: readonly number[];
  /** the cell that holds this table */
  readonly parent?: CellAddress;
  /** the format shows no merged cells (text, CSV): an empty cell may belong to the one above */
  readonly unmerged?: true;
  /** not as the file has it: put together from its paragraphs, one cell to a paragraph or a point to a row, or drawn anew */
  readonly made?: MadeTable;
}

/**
 * What a table was put together from; `unsure` are its rows whose texts may stand in the wrong column. A table of the file that was turned,
 * or whose halves were put one under the other, is drawn anew.
 */
export type MadeTable =
  | { readonly from: "flattened"; readonly unsure: readonly number[] }
  | { readonly from: "points" | "duties" }
  | { readonly from: "turned" | "stacked" };

export interface GridCell {
  readonly row: number;
  readonly col: number;
  /** rows and columns the cell covers, 1 for a plain cell */
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly paragraphs: readonly string[];
  /** marks of Word lists, one for each paragraph, null where it is no list item; absent where none is */
  readonly marks?: readonly (string | null)[];
}

/** Where a cell stands: the table's index and the top left corner of the cell in its grid, from 0. */
export interface CellAddress {
  readonly table: number;
  readonly row: number;
  readonly col: number;
}
