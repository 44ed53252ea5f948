import { z } from "zod";
import { parseLocalDate, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";

/** Where a row stands in a list that goes by due day, then by the order of measures. */
export interface RowPlace {
  readonly dueOn: LocalDate;
  readonly ordinal: number;
  readonly id: Id;
}

/** A page by its number; with a row beside it, it begins right after that row, or ends right before it, however many rows lie before. */
export interface PageAt {
  readonly number: number;
  readonly after?: RowPlace;
  readonly before?: RowPlace;
}

const WRITTEN =
  /^([1-9]\d{0,4})(?:([<>])(\d{4}-\d{2}-\d{2})\.(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;

/** «3»; «3>2026-11-20.7.018f…»: the third page, which follows that row; «2<…»: the second, which stands before it. */
export const PageAtField = z
  .string()
  .regex(WRITTEN)
  .default("1")
  .transform((written, context): PageAt => {
    const [, number, side, day, ordinal, id] = WRITTEN.exec(written) ?? [];
    const dueOn = day && parseLocalDate(day);
    if (!side || !dueOn) {
      if (side) context.addIssue({ code: "custom", message: "no such day" });
      return { number: Number(number) };
    }
    const place = { dueOn, ordinal: Number(ordinal), id: id as Id };
    return { number: Number(number), [side === ">" ? "after" : "before"]: place };
  });

const written = ({ dueOn, ordinal, id }: RowPlace) => `${dueOn}.${ordinal}.${id}`;

/**
 * How the pages beside this one are asked for; null where there is none. `more`: rows lie beyond those of the page, on the side to which it
 * was read. Rows leave a list while it is read, so that no count tells whether this is the last page.
 */
export function pagesBeside(
  at: PageAt,
  rows: readonly RowPlace[],
  more: boolean,
): { readonly next: string | null; readonly previous: string | null } {
  const [first, last] = [rows[0], rows.at(-1)];
  const goesOn = at.before ? true : more;
  // the first page begins with the first row, whatever was added since
  const isNearFirst = at.number <= 2 || (at.before && !more);
  return {
    next: last && goesOn ? `${at.number + 1}>${written(last)}` : null,
    previous: at.number === 1 ? null : first && !isNearFirst ? `${at.number - 1}<${written(first)}` : "1",
  };
}
