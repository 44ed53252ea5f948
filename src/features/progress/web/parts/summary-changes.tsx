import { Link } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { addDays, localDate } from "#shared/local-date.ts";
import { typeset } from "#web/ui/typeset.ts";
import type { PeriodSummary } from "../../model/period-summary.ts";
import { listLink } from "../../model/rows-link.ts";
import type { SummaryScope } from "./period-summary.tsx";
import { scopeOf } from "./summary-totals.tsx";
import { RowsLink } from "./rows-link.tsx";

/** What was put in and put off in the period and why, what is owed from before it, what comes next. */
export function SummaryChanges({ summary, scope }: { readonly summary: PeriodSummary; readonly scope: SummaryScope }) {
  const { period, added, moved, moves, debts, rest, next, today } = summary;
  if (added + moved + debts === 0 && !next?.due && !rest?.due) return undefined;
  const base = scopeOf(scope);
  const days = { changedFrom: localDate(period.from), changedTo: localDate(period.to) };
  const line = (words: string, count: number, to: string, isLate = false) =>
    count > 0 && (
      <li>
        {words}:{" "}
        <RowsLink className={isLate ? "late" : undefined} to={to}>
          {reportsInWords(count)}
        </RowsLink>
      </li>
    );
  const earlier = {
    ...base,
    outcome: "late" as const,
    to: addDays(localDate(period.from), -1),
    on: localDate(period.on),
  };
  const dueIn = ({ from, to }: { readonly from: string; readonly to: string }) =>
    listLink({ ...base, from: localDate(from), to: localDate(to), on: localDate(today) });
  return (
    <section className="sec">
      <h3>Что изменилось и что дальше</h3>
      <ul className="moves">
        {line("Добавлено в программу за эти дни", added, listLink({ ...base, change: "added", ...days }))}
        {line("Осталось просрочено с прошлых периодов", debts, listLink(earlier), true)}
        {rest && line(`После четверти в каникулы, ${rest.words}`, rest.due, dueIn(rest))}
        {next && line(`Следом, ${next.words}`, next.due, dueIn(next))}
        {line("Перенесли срок за эти дни", moved, listLink({ ...base, change: "moved", ...days }))}
        {moves.map((move) => (
          <li key={`${move.obligationId} ${move.from} ${move.to}`}>
            <Link to={`/programmes/${scope.territoryId}/${move.programmeId}/measures/${move.measureId}`}>
              {typeset(move.measure)}
            </Link>
            <div className="sm q">
              {typeset(
                `${move.bearer}: с ${dateInWords(localDate(move.from))} на ${dateInWords(localDate(move.to))}. ${move.reason}`,
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
