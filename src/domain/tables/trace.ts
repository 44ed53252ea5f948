import type { RowAddress } from "./reading.ts";

/** One step of understanding, told while it is made: for the person who wants to know why a document was read so. */
export type TraceStep =
  /** tables of the file that were taken as one, and why */
  | { readonly step: "table"; readonly tables: readonly number[]; readonly rule: string }
  | { readonly step: "header"; readonly rows: readonly RowAddress[]; readonly rule: string }
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
