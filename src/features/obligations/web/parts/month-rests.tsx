import { namedRests, restName } from "#features/calendar/model/rest-days.ts";
import { spanInWords } from "#domain/russian/dates.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { Shape } from "#web/ui/shape.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow, OwnMonth } from "../../model/contract.ts";
import type { Month } from "../../model/month.ts";
import { OBLIGATION_STATES } from "../../model/state.ts";
import { STATE_WORD } from "../../model/text.ts";

export type SchoolHolidays = OwnMonth["schoolHolidays"];

export const HOLIDAYS_WORD = "Школьные каникулы";

export const isInSchoolHolidays = (day: LocalDate, holidays: SchoolHolidays) =>
  holidays.some(({ from, to }) => day >= from && day <= to);

export interface Rest {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly name: string;
}

/** What sets days of the month apart, by their first day in it: holidays, moved days off, school holidays in full. */
export function restsOf(month: Month, holidays: SchoolHolidays): Rest[] {
  const days = month.weeks.flat().filter((day) => day >= month.first && day <= month.last);
  const school = holidays
    .map(({ from, to }) => ({ from: localDate(from), to: localDate(to), name: HOLIDAYS_WORD }))
    .filter(({ from, to }) => from <= month.last && to >= month.first);
  return [...namedRests(days), ...school].sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Holidays and school holidays of the month, one a line: on a phone the days of the sheet have no room for them. */
export function MonthRests({ month, holidays }: { readonly month: Month; readonly holidays: SchoolHolidays }) {
  const rests = restsOf(month, holidays);
  if (rests.length === 0) return null;
  return (
    <ul className="month-rests" aria-label="Праздники и каникулы">
      {rests.map(({ from, to, name }) => (
        <li key={`${from} ${name}`}>
          <span className="q">{typeset(spanInWords(from, to))}:</span> {typeset(name)}
        </li>
      ))}
    </ul>
  );
}

/** What the shapes of the month stand for; only those that are met in it. */
export function MonthKey({ rows }: { readonly rows: readonly ObligationRow[] }) {
  const met = OBLIGATION_STATES.filter((state) => rows.some((row) => row.state === state));
  return (
    <ul className="month-key" aria-label="Что значат знаки">
      {met.map((state) => (
        <li key={state} className={`s-${state}`}>
          <Shape state={state} size={10} /> {STATE_WORD[state]}
        </li>
      ))}
    </ul>
  );
}

/** The words of a day beside its number: a holiday, or where school holidays begin or go on in a new week. */
export function restWords(day: LocalDate, week: readonly LocalDate[], holidays: SchoolHolidays): string[] {
  const name = restName(day);
  const begins = holidays.some(({ from }) => from === day) || (day === week[0] && isInSchoolHolidays(day, holidays));
  return [...(name ? [name] : []), ...(begins ? [HOLIDAYS_WORD] : [])];
}
