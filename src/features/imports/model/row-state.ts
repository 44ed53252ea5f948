import type { PaperRow } from "./paper.ts";
import type { ReviewRow } from "./review-row.ts";
import type { RowState } from "./row-choices.ts";

/** What a row of the document is taken for, by the measures that begin and go on in it. */
export function rowState(
  row: Pick<PaperRow, "kind" | "cells" | "section">,
  begins: readonly Pick<ReviewRow, "isGroup">[],
  goesOn: readonly unknown[],
): RowState {
  if (begins.some(({ isGroup }) => !isGroup)) return "measure";
  if (goesOn.length > 0) return "join";
  if (row.section !== null) return "section";
  if (row.kind !== "body" || begins.length > 0) return "none";
  return row.cells.some(({ paragraphs }) => paragraphs.some((text) => text.trim() !== "")) ? "out" : "none";
}
