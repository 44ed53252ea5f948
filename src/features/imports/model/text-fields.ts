import type { MeasureField } from "#domain/tables/reading.ts";

/** The texts of a row that are joined, parted and shared out with it; its number is none of them. */
export const TEXT_FIELDS = [
  "title",
  "term",
  "responsible",
  "coResponsible",
  "participants",
  "result",
  "reportDocument",
] as const satisfies readonly MeasureField[];
