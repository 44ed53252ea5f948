import { Link } from "react-router";
import { isWorkingDay } from "#features/calendar/model/working-days.ts";
import { dayInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { partsOf, type LocalDate } from "#shared/local-date.ts";
import { Shape } from "#web/ui/shape.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow } from "../../model/contract.ts";
import type { Month } from "../../model/month.ts";
import { obligationLink } from "../../model/links.ts";
import { STATE_WORD } from "../../model/text.ts";
import { isInSchoolHolidays, restWords, type SchoolHolidays } from "./month-rests.tsx";

const WEEKDAYS = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"] as const;
const SHORT = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"] as const;

/** what stands in a day whole; the rest behind «ещё» */
const SHOWN = 3;

export interface MonthGridProps {
  readonly month: Month;
  readonly rows: readonly ObligationRow[];
  readonly today: LocalDate;
  readonly holidays: SchoolHolidays;
}

/**
 * A month as a sheet: a real table of weeks, in each day what is due and what day it is. On a phone a day shows its marks and opens the
 * list; what the marks mean and which days are free stands under the sheet.
 */
export function MonthGrid({ month, rows, today, holidays }: MonthGridProps) {
  return (
    <table className="month" aria-label="Сроки по дням">
      <thead>
        <tr>
          {SHORT.map((short, at) => (
            <th key={short} scope="col" abbr={WEEKDAYS[at]}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day
                key={day}
                day={day}
                rows={rows.filter(({ dueOn }) => dueOn === day)}
                kind={kindOf(day, month, today, holidays)}
                rests={restWords(day, week, holidays)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindOf(day: LocalDate, month: Month, today: LocalDate, holidays: SchoolHolidays): string {
  return [
    day < month.first || day > month.last ? "other" : "",
    day === today ? "now" : "",
    isWorkingDay(day) ? "" : "rest",
    isInSchoolHolidays(day, holidays) ? "vacation" : "",
  ]
    .filter(Boolean)
    .join(" ");
}

interface DayProps {
  readonly day: LocalDate;
  readonly rows: readonly ObligationRow[];
  readonly kind: string;
  readonly rests: readonly string[];
}

function Day({ day, rows, kind, rests }: DayProps) {
  const shown = rows.length > SHOWN + 1 ? rows.slice(0, SHOWN) : rows;
  const more = rows.length - shown.length;
  const listed = `?month=${day.slice(0, 7)}&view=list#d${day}`;
  return (
    <td className={kind}>
      <span className="dn" aria-hidden="true">
        {partsOf(day).day}
      </span>
      <span className="visually-hidden">
        {dayInWords(day)}
        {kind.includes("now") && ", сегодня"}
        {rests.map((name) => `, ${name}`)}
        {rows.length > 0 && `: ${counted(rows.length, ["срок", "срока", "сроков"])}`}
      </span>
      {rests.map((name) => (
        <span key={name} className="rn" aria-hidden="true">
          {typeset(name)}
        </span>
      ))}
      {rows.length > 0 && (
        <>
          <ul className={rows.length === 1 ? "alone" : undefined}>
            {shown.map((row) => (
              <li key={row.id}>
                <Link
                  className={`due-item s-${row.state}`}
                  to={obligationLink(row)}
                  title={`${row.measureTitle}: ${STATE_WORD[row.state]}`}
                >
                  <Shape state={row.state} size={10} />
                  <span className="visually-hidden">{STATE_WORD[row.state]}: </span>
                  <span className="t">{typeset(row.measureTitle)}</span>
                </Link>
              </li>
            ))}
            {more > 0 && (
              <li>
                <Link className="sm" to={listed}>
                  ещё {more}
                </Link>
              </li>
            )}
          </ul>
          <Link className="day-marks" to={listed}>
            <span className="visually-hidden">{dayInWords(day)}, открыть список</span>
            {rows.slice(0, SHOWN).map((row) => (
              <span key={row.id} className={`s-${row.state}`}>
                <Shape state={row.state} size={10} />
              </span>
            ))}
            {rows.length > SHOWN && (
              <span className="sm" aria-hidden="true">
                +{rows.length - SHOWN}
              </span>
            )}
          </Link>
        </>
      )}
    </td>
  );
}
