import type { CellAddress } from "#shared/document-grids.ts";
import type { ReadMeasure } from "#domain/tables/reading.ts";
import type { ReviewPlace } from "./doubts.ts";

/** Where a field of a measure stands in the document: its first cell. */
export function placeOf(measure: ReadMeasure, field: string): ReviewPlace {
  const cell: CellAddress | undefined = measure.cells[field]?.[0];
  const row = measure.rows[0];
  return {
    measureKey: measure.key,
    field,
    table: cell?.table ?? row?.table ?? null,
    row: cell?.row ?? row?.row ?? null,
    col: cell?.col ?? null,
  };
}
