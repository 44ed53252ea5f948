import { addDays, lastDayOfMonth, localDateOf, partsOf, weekdayOf, type LocalDate } from "#shared/local-date.ts";

/** A month of the calendar as addresses name it: «2026-10». */
export interface Month {
  readonly key: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly before: string;
  readonly after: string;
  /** whole weeks from Monday that hold it: days of its neighbours stand at the ends */
  readonly weeks: readonly (readonly LocalDate[])[];
}

/** The month of a name, of the years 1900 to 2199; the month of `today` where the name says none of these. */
export function monthOf(key: string, today: LocalDate): Month {
  const named = /^((?:19|20|21)\d\d)-(\d\d)$/.exec(key);
  const first = (named && localDateOf(Number(named[1]), Number(named[2]), 1)) ?? firstOf(today);
  const { year, month } = partsOf(first);
  const last = lastDayOfMonth(year, month);
  const monday = addDays(first, 1 - weekdayOf(first));
  const weeks: LocalDate[][] = [];
  for (let start = monday; start <= last; start = addDays(start, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(start, at)));
  return {
    key: first.slice(0, 7),
    first,
    last,
    before: addDays(first, -1).slice(0, 7),
    after: addDays(last, 1).slice(0, 7),
    weeks,
  };
}

function firstOf(day: LocalDate): LocalDate {
  const { year, month } = partsOf(day);
  return localDateOf(year, month, 1)!;
}
