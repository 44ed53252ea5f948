import { Link } from "react-router";
import { ButtonLink } from "#web/ui/button.tsx";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow } from "../../model/contract.ts";
import { shortDay } from "../../model/days.ts";
import { dayOf, type DayHere } from "./days.ts";
import { MeasureMeta, reportPath } from "./obligation-line.tsx";

interface ReportRows {
  readonly rows: readonly ObligationRow[];
  readonly here: DayHere;
}

/** What was returned, each with its remark in full. */
export function ReturnedReports({ rows, here }: ReportRows) {
  const { today } = here;
  return (
    <section className="grp">
      <GroupTitle state="returned" count={rows.length} id="returned">
        Вернули на доработку
      </GroupTitle>
      {rows.map((row) => (
        <div className="ret" key={row.id}>
          <div>{typeset(row.measureTitle)}</div>
          <div className="meta">
            <MeasureMeta
              row={row}
              extra={[
                row.dueOn < today
                  ? `срок был ${shortDay(row.dueOn, today)}`
                  : `исправить до ${shortDay(row.dueOn, today)}`,
              ]}
            />
          </div>
          {row.report && <blockquote className="remark">{typeset(row.report.remark)}</blockquote>}
          <div className="by">
            <span className="sm q">
              {[row.report?.deciderName, row.report?.decidedAt && dayOf(row.report.decidedAt, here)]
                .filter(Boolean)
                .join(", ")}
            </span>
            {row.can.report && (
              <ButtonLink to={reportPath(row)} aria-label={`Исправить: ${row.measureTitle}`}>
                Исправить
              </ButtonLink>
            )}
          </div>
        </div>
      ))}
    </section>
  );
}

/** What waits for the checker. */
export function SubmittedReports({ rows, here }: ReportRows) {
  return (
    <section>
      <GroupTitle state="submitted" count={rows.length}>
        На проверке
      </GroupTitle>
      <ul className="waiting">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/reports/${row.territoryId}/${row.report?.id ?? ""}`}>{typeset(row.measureTitle)}</Link>
            <div className="meta">
              <MeasureMeta
                row={row}
                extra={[
                  `срок ${shortDay(row.dueOn, here.today)}`,
                  ...(row.report?.submittedAt ? [`отправлено ${dayOf(row.report.submittedAt, here)}`] : []),
                ]}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
