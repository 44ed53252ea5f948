import { Fragment } from "react";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { localDate } from "#shared/local-date.ts";
import { typeset } from "#web/ui/typeset.ts";
import { gapsOf, lateNamesInWords } from "../../model/cadence-words.ts";
import { outcomeLink } from "../../model/rows-link.ts";
import type { CadenceProps } from "./cadence-table.tsx";
import { periodScope } from "./figure-link.tsx";
import { RowsLink } from "./rows-link.tsx";

/** Periods told of one measure: a week missed all year is told by its last ones. */
const SHOWN = 6;

const latestOf = <One,>(gaps: readonly One[]) => [...gaps].reverse().slice(0, SHOWN);

/** «Что просрочено»: each measure with the last periods in which it was missing and whose it was, each opening their reports. */
export function CadenceGaps({ cadence, scope }: CadenceProps) {
  const rows = cadence.rows.map((row) => ({ row, gaps: gapsOf(row) })).filter(({ gaps }) => gaps.length > 0);
  if (rows.length === 0) return undefined;
  return (
    <section className="sec">
      <h3>Что просрочено</h3>
      <ul className="kept-gaps">
        {rows.map(({ row, gaps }) => (
          <li key={row.measureId}>
            <div>{typeset([row.number, row.title].filter(Boolean).join(" "))}</div>
            <div className="sm">
              {latestOf(gaps).map((slot, at) => (
                <Fragment key={slot.key}>
                  {at > 0 && "; "}
                  <RowsLink
                    className="late"
                    to={outcomeLink(
                      { ...scope, measureId: row.measureId, occurrence: slot.key, ...periodScope(cadence.span) },
                      "late",
                      localDate(cadence.today),
                    )}
                  >
                    {slot.words}
                  </RowsLink>
                  {!scope.bearer && cadence.bearers.length > 1 && (
                    <span className="q">: {typeset(lateNamesInWords(slot.late))}</span>
                  )}
                </Fragment>
              ))}
              {gaps.length > SHOWN && (
                <>
                  {typeset(`; раньше ещё ${gaps.length - SHOWN}; всего `)}
                  <RowsLink
                    to={outcomeLink(
                      { ...scope, measureId: row.measureId, ...periodScope(cadence.span) },
                      "late",
                      localDate(cadence.today),
                    )}
                  >
                    {reportsInWords(gaps.reduce((sum, { counts }) => sum + counts.late, 0))}
                  </RowsLink>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
