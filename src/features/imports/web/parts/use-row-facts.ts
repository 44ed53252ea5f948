import { useMemo } from "react";
import type { ReviewDoubt } from "../../model/doubts.ts";
import type { ReviewRow } from "../../model/review-row.ts";

/** What of the review stands beside one row of the document. */
export interface RowFacts {
  readonly rows: readonly ReviewRow[];
  /** the measures that go on in this row from one above */
  readonly goesOn: readonly ReviewRow[];
  /** doubts whose first place this row is, with their numbers on the seam */
  readonly doubts: readonly NumberedDoubt[];
  /** words of open doubts to mark in the cells of this row */
  readonly marks: readonly { readonly col: number; readonly quote: string }[];
}

export interface NumberedDoubt {
  readonly doubt: ReviewDoubt;
  readonly number: number;
}

const NOTHING: RowFacts = { rows: [], goesOn: [], doubts: [], marks: [] };

export type FactsOf = (table: number, row: number) => RowFacts;

/** Groups rows, doubts and marks by row of the document. */
export function useRowFacts(rows: readonly ReviewRow[], doubts: readonly ReviewDoubt[]): FactsOf {
  return useMemo(() => {
    const now = new Map<string, GatheredFacts>();
    const at = (table: number, row: number) => {
      const key = `${table}/${row}`;
      if (!now.has(key)) now.set(key, { rows: [], goesOn: [], doubts: [], marks: [] });
      return now.get(key)!;
    };
    // a level of a matrix stands in the head of its column, not in the cells that its name is asked for
    const levels = new Set(rows.map(({ level }) => level).filter((level) => level !== ""));
    for (const row of rows)
      row.rows.forEach((place, index) => at(place.table, place.row)[index === 0 ? "rows" : "goesOn"].push(row));
    doubts.forEach((doubt, index) => {
      const [first] = doubt.places;
      if (first?.table != null && first.row !== null)
        at(first.table, first.row).doubts.push({ doubt, number: index + 1 });
      if (doubt.answer !== null) return;
      for (const { table, row, col, field } of doubt.places)
        if (table !== null && row !== null && col !== null && !levels.has(field ?? ""))
          at(table, row).marks.push({ col, quote: doubt.quote });
    });
    return (table: number, row: number) => now.get(`${table}/${row}`) ?? NOTHING;
  }, [rows, doubts]);
}

interface GatheredFacts {
  readonly rows: ReviewRow[];
  readonly goesOn: ReviewRow[];
  readonly doubts: NumberedDoubt[];
  readonly marks: { col: number; quote: string }[];
}

/** Whether a row of the screen would be drawn the same; what did not change keeps its identity between answers of the server. */
export function sameFacts(one: RowFacts, other: RowFacts): boolean {
  return (
    one.rows.length === other.rows.length &&
    one.rows.every((row, at) => row === other.rows[at]) &&
    one.goesOn.length === other.goesOn.length &&
    one.goesOn.every((row, at) => row.number === other.goesOn[at]!.number) &&
    one.doubts.length === other.doubts.length &&
    one.doubts.every(
      ({ doubt, number }, at) => doubt === other.doubts[at]!.doubt && number === other.doubts[at]!.number,
    ) &&
    JSON.stringify(one.marks) === JSON.stringify(other.marks)
  );
}
