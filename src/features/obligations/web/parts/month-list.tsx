import { useEffect } from "react";
import { useLocation } from "react-router";
import { spanInWords, weekdayDateInWords } from "#domain/russian/dates.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow } from "../../model/contract.ts";
import { handedWords } from "../../model/handed-words.ts";
import { obligationLink } from "../../model/links.ts";
import type { Month } from "../../model/month.ts";
import { STATE_WORD } from "../../model/text.ts";
import { restsOf, type SchoolHolidays } from "./month-rests.tsx";
import { MeasureMeta } from "./obligation-line.tsx";

export interface MonthListProps {
  readonly rows: readonly ObligationRow[];
  readonly today: LocalDate;
  readonly month: Month;
  readonly holidays: SchoolHolidays;
}

/** A month as a list: only the days on which something is due or that are not as their weekday is. */
export function MonthList({ rows, today, month, holidays }: MonthListProps) {
  const { hash } = useLocation();
  const me = useMe().person.id;
  // the rows came after the address: the day it names is looked for when they stand
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.focus();
  }, [hash]);
  const rests = restsOf(month, holidays).map((rest) => ({
    ...rest,
    day: rest.from < month.first ? month.first : rest.from,
  }));
  const days = [...new Set([...rows.map(({ dueOn }) => dueOn), ...rests.map(({ day }) => day)])].sort();
  return (
    <div className="month-list">
      {days.map((day) => (
        <section key={day}>
          <h3 id={`d${day}`} tabIndex={-1} className={day === today ? "now" : ""}>
            {typeset(weekdayDateInWords(localDate(day)))}
            {day === today && ", сегодня"}
          </h3>
          {rests
            .filter((rest) => rest.day === day)
            .map(({ name, from, to }) => (
              <p key={name} className="rest-words">
                {typeset(from === to ? name : `${name}, ${spanInWords(from, to)}`)}
              </p>
            ))}
          {rows.some(({ dueOn }) => dueOn === day) && (
            <Rows label={weekdayDateInWords(localDate(day))}>
              {rows
                .filter(({ dueOn }) => dueOn === day)
                .map((row) => (
                  <Row
                    key={row.id}
                    what={typeset(row.measureTitle)}
                    to={obligationLink(row)}
                    meta={<MeasureMeta row={row} extra={[handedWords(row, me) ?? []].flat()} />}
                    due={<StateMark state={row.state}>{STATE_WORD[row.state]}</StateMark>}
                  />
                ))}
            </Rows>
          )}
        </section>
      ))}
    </div>
  );
}
