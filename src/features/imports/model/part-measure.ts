import type { DocumentGrids } from "#shared/document-grids.ts";
import type { ReadMeasure } from "#domain/tables/reading.ts";
import { TEXT_FIELDS } from "#domain/tables/measure-fields.ts";
import { linesIn, paragraphsOf, partedTitles, titleLines } from "./title-lines.ts";

/**
 * One measure parted at the lines of its title. Another cell that has just as many lines is shared out in order; any other belongs to
 * every part. The first part keeps the key, so that what was answered about it stays; a number is told further: 2.3 → 2.3.1, 2.3.2.
 */
export function partMeasure(measure: ReadMeasure, cuts: readonly number[], grids: DocumentGrids): ReadMeasure[] {
  const paragraphsAt = paragraphsOf(grids);
  const titles = partedTitles(titleLines(measure, paragraphsAt), cuts);
  if (titles.length < 2) return [measure];
  const shared = Object.fromEntries(
    TEXT_FIELDS.map((field) => {
      const lines = (measure.cells[field] ?? []).flatMap((cell) => linesIn(paragraphsAt(cell)));
      return [field, lines.length === titles.length ? lines : undefined];
    }),
  );
  return titles.map((title, at): ReadMeasure => ({
    ...measure,
    ...Object.fromEntries(
      TEXT_FIELDS.map((field) => [field, shared[field]?.[at]?.replace(/^\d{1,2}\)\s*/, "") ?? measure[field]]),
    ),
    title,
    key: at === 0 ? measure.key : `${measure.key}p${at + 1}`,
    number: measure.number === null ? null : `${measure.number}.${at + 1}`,
  }));
}
