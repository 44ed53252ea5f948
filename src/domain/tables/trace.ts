import type { RowAddress } from "./reading.ts";

/** One step of understanding, told while it is made: for the person who wants to know why a document was read so. */
export type TraceStep =
  /** a table of the file that goes on with one above, and why */
  | { readonly step: "part"; readonly table: number; readonly of: number; readonly rule: string }
  | { readonly step: "header"; readonly table: number; readonly rows: readonly RowAddress[]; readonly rule: string }
  /** what the table is and why */
  | { readonly step: "kind"; readonly table: number; readonly kind: string; readonly rule: string }
  /** what a row, or a paragraph between tables, was taken for */
  | {
      readonly step: "row";
      readonly row: RowAddress | null;
      readonly block: number | null;
      readonly as: string;
      readonly text: string;
      readonly rule: string;
    };

export type Trace = (step: TraceStep) => void;

/** Where nobody listens. */
export const silent: Trace = () => undefined;
