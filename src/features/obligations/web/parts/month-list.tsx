import { useEffect } from "react";
import { useLocation } from "react-router";
import { weekdayDateInWords } from "#domain/russian/dates.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow } from "../../model/contract.ts";
import { obligationLink } from "../../model/links.ts";
import { STATE_WORD } from "../../model/text.ts";
import { MeasureMeta } from "./obligation-line.tsx";

export interface MonthListProps {
  readonly rows: readonly ObligationRow[];
  readonly today: LocalDate;
}

/** A month as a list: only the days on which something is due. */
export function MonthList({ rows, today }: MonthListProps) {
  const { hash } = useLocation();
  // the rows came after the address: the day it names is looked for when they stand
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.focus();
  }, [hash]);
  const days = [...new Set(rows.map(({ dueOn }) => dueOn))];
  return (
    <div className="month-list">
      {days.map((day) => (
        <section key={day}>
          <h3 id={`d${day}`} tabIndex={-1} className={day === today ? "now" : ""}>
            {typeset(weekdayDateInWords(localDate(day)))}
            {day === today && ", сегодня"}
          </h3>
          <Rows label={weekdayDateInWords(localDate(day))}>
            {rows
              .filter(({ dueOn }) => dueOn === day)
              .map((row) => (
                <Row
                  key={row.id}
                  what={typeset(row.measureTitle)}
                  to={obligationLink(row)}
                  meta={<MeasureMeta row={row} extra={row.delegatedTo ? [`передано: ${row.delegatedTo.name}`] : []} />}
                  due={<StateMark state={row.state}>{STATE_WORD[row.state]}</StateMark>}
                />
              ))}
          </Rows>
        </section>
      ))}
    </div>
  );
}
