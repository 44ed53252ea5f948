import { cutText } from "#shared/cut-text.ts";
import { z } from "zod";
import { measuresOf, type Reading, type ReadTable } from "#domain/tables/reading.ts";
import { roadmapTables, tableKey } from "./source.ts";

/** A table of the document that is no plan: the officer may say that it is one. */
export const OtherTable = z.object({
  key: z.number(),
  caption: z.string().nullable(),
  rows: z.number(),
  /** the names of its columns, or the words of its first row */
  words: z.string(),
});
export type OtherTable = Readonly<z.infer<typeof OtherTable>>;

const MOST_WORDS = 160;

/** Tables that could be plans and are not; frames of stamps and signatures are not offered. */
export function otherTables(reading: Reading): OtherTable[] {
  const plans = new Set(roadmapTables(reading));
  return reading.tables
    .filter((table) => !plans.has(table) && table.kind !== "layout" && table.kind !== "nested")
    .map((table) => ({
      key: tableKey(table),
      caption: table.caption,
      rows: table.rows.length + measuresOf(table).length,
      words: wordsOf(table),
    }));
}

function wordsOf({ columns, rows }: ReadTable): string {
  const named = columns.filter((label) => label !== "");
  const words = (named.length > 0 ? named : (rows[0] ?? []).filter((text) => text !== "")).join(", ");
  return words.length > MOST_WORDS ? `${cutText(words, MOST_WORDS).replace(/\s+\S*$/, "")}…` : words;
}
