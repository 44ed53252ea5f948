import type { LocalDate } from "#shared/local-date.ts";

/**
 * A printed document as a tree without business words: what a slice builds and `renderDocx` and `renderXlsx` print.
 * Lengths are millimetres, type sizes are points.
 */
export interface DocumentTree {
  /** name of the document in its properties; not printed */
  readonly title: string;
  readonly page?: Partial<Page>;
  /** type size of the text, 12 where absent */
  readonly textSize?: number;
  /** printed at the foot of every page */
  readonly footer?: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  readonly orientation: "portrait" | "landscape";
  /** margins of the sheet as it is read: `left` is the bound side */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Block = ParagraphBlock | TableBlock;

/**
 * `title`: centred bold, a little larger; `subtitle`: centred bold right below it; `line`: close to its neighbours, for facts of a head;
 * `heading`: bold at the left, kept with what follows; `centred`, `right`: as they say;
 * `attribute`: a block in the right half of the page (addressee, approval); `note`: small.
 */
export type ParagraphStyle =
  | "text"
  | "title"
  | "subtitle"
  | "line"
  | "heading"
  | "centred"
  | "right"
  | "attribute"
  | "note";

export interface ParagraphBlock {
  readonly kind: "paragraph";
  /** `text` where absent */
  readonly style?: ParagraphStyle;
  readonly content: Content;
}

/** Text or runs; a line feed begins a new line. */
export type Content = string | readonly Run[];

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface TableBlock {
  readonly kind: "table";
  /** name of the sheet in a workbook; «Лист N» where absent */
  readonly name?: string;
  /** type size inside the table, 10 where absent */
  readonly textSize?: number;
  readonly columns: readonly Column[];
  /** rows repeated at the top of every page */
  readonly header: readonly Row[];
  readonly rows: readonly Row[];
  /** under the last row, without a frame, and never on a page without the rows above it: a signature */
  readonly closing?: Content;
}

export interface Column {
  /** share of the table's width, in any unit: the table always fills the page between its margins */
  readonly width: number;
  readonly align?: Align;
}

export type Align = "left" | "centre" | "right";

/** A row of cells; or a section row: one text across the whole table, kept with the row after it. */
export type Row = { readonly cells: readonly Cell[] } | { readonly section: Content };

/** A cell is its value, or a value with its place and look. Cells covered by a merge from the left or above are left out. */
export type Cell = CellValue | PlacedCell;

export interface PlacedCell {
  readonly value: CellValue;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly align?: Align;
  readonly bold?: boolean;
}

/** Numbers and days stay numbers and days in a workbook; null is an empty cell. */
export type CellValue = Content | number | CellDate | null;

export interface CellDate {
  readonly date: LocalDate;
}
