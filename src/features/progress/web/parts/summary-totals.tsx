import { DataTable } from "#web/ui/data-table.tsx";
import { localDate } from "#shared/local-date.ts";
import {
  allOf,
  amountOf,
  DONE_OUTCOMES,
  OUTCOMES,
  owedOf,
  type Outcome,
  type OutcomeCounts,
  type OutcomePart,
} from "../../model/outcome.ts";
import { OUTCOME_WORD } from "../../model/outcome-words.ts";
import type { PeriodRead, PeriodSummary } from "../../model/period-summary.ts";
import { outcomeLink, type FigureScope } from "../../model/rows-link.ts";
import { compareAmounts, compareShares, donePercent } from "../../model/summary-words.ts";
import { DirectionMark, ShareMark } from "./direction-mark.tsx";
import { periodScope } from "./figure-link.tsx";
import { OutcomeShape } from "./outcome-shape.tsx";
import type { SummaryScope } from "./period-summary.tsx";
import { RowsLink } from "./rows-link.tsx";

const IS_DONE = new Set<Outcome>(DONE_OUTCOMES);

/** Every outcome with its number, which opens into its obligations; of two periods side by side, with how it changed. */
export function SummaryTotals({ summary, scope }: { readonly summary: PeriodSummary; readonly scope: SummaryScope }) {
  const { counts, against, period, againstPeriod } = summary;
  const rest = OUTCOMES.filter((one) => !IS_DONE.has(one) && (counts[one] > 0 || (against?.[one] ?? 0) > 0));
  const shares = against && compareShares(counts, against);
  const line = (part: OutcomePart, isSub = false) => (
    <Line key={part} part={part} isSub={isSub} summary={summary} scope={scope} />
  );
  return (
    <section className="sec">
      <h3>Что получилось</h3>
      <DataTable label="Что получилось за период" className="totals stack">
        <thead>
          <tr>
            <th scope="col">Отчёты со сроком в периоде</th>
            <th scope="col" className="n">
              {period.words}
            </th>
            {againstPeriod && (
              <>
                <th scope="col" className="n">
                  {againstPeriod.words}
                </th>
                <th scope="col">Как изменилось</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          <tr className="whole">
            <th scope="row">Всего отчётов</th>
            <Amount part={undefined} counts={counts} of={period} scope={scope} />
            {against && againstPeriod && (
              <>
                <Amount part={undefined} counts={against} of={againstPeriod} scope={scope} />
                <Change now={allOf(counts)} before={allOf(against)} />
              </>
            )}
          </tr>
          {line("done")}
          {DONE_OUTCOMES.filter((one) => counts[one] > 0 || (against?.[one] ?? 0) > 0).map((one) => line(one, true))}
          {rest.map((one) => line(one))}
          <tr className="whole">
            <th scope="row">Доля выполненного</th>
            <td className="n" data-label={period.words}>
              {percent(donePercent(counts))}
              <OutOf counts={counts} />
            </td>
            {shares && against && againstPeriod && (
              <>
                <td className="n" data-label={againstPeriod.words}>
                  {percent(shares.before)}
                  <OutOf counts={against} />
                </td>
                <td>
                  <ShareMark compared={shares}>{shares.words}</ShareMark>
                </td>
              </>
            )}
          </tr>
        </tbody>
      </DataTable>
    </section>
  );
}

/** What the share is taken of, where that is not all: without what does not apply, stands still or was put off. */
function OutOf({ counts }: { readonly counts: OutcomeCounts }) {
  if (owedOf(counts) === allOf(counts) || owedOf(counts) === 0) return undefined;
  return <span className="sm q out-of"> от {owedOf(counts)}</span>;
}

interface LineProps {
  readonly part: OutcomePart;
  readonly isSub: boolean;
  readonly summary: PeriodSummary;
  readonly scope: SummaryScope;
}

function Line({ part, isSub, summary: { counts, against, period, againstPeriod }, scope }: LineProps) {
  return (
    <tr className={isSub ? "sub" : undefined}>
      <th scope="row">
        <span className="st">
          {part !== "done" && part !== "waiting" && <OutcomeShape outcome={part} />}
          {OUTCOME_WORD[part]}
        </span>
      </th>
      <Amount part={part} counts={counts} of={period} scope={scope} />
      {against && againstPeriod && (
        <>
          <Amount part={part} counts={against} of={againstPeriod} scope={scope} />
          <Change now={amountOf(counts, part)} before={amountOf(against, part)} />
        </>
      )}
    </tr>
  );
}

interface AmountProps {
  readonly part: OutcomePart | undefined;
  readonly counts: OutcomeCounts;
  readonly of: PeriodRead;
  readonly scope: SummaryScope;
}

function Amount({ part, counts, of, scope }: AmountProps) {
  const amount = part ? amountOf(counts, part) : allOf(counts);
  return (
    <td className="n" data-label={of.words}>
      <OutcomeFigure amount={amount} part={part} scope={scopeOf(scope)} of={of} />
    </td>
  );
}

function Change({ now, before }: { readonly now: number; readonly before: number }) {
  const { direction, words } = compareAmounts(now, before);
  return (
    <td>
      <DirectionMark direction={direction}>{words}</DirectionMark>
    </td>
  );
}

export interface OutcomeFigureProps {
  readonly amount: number;
  /** undefined: all of them */
  readonly part: OutcomePart | undefined;
  readonly scope: Omit<FigureScope, "period">;
  readonly of: PeriodRead;
}

/** A number of a period's outcomes, leading to what it counts; «–» for none. */
export function OutcomeFigure({ amount, part, scope, of }: OutcomeFigureProps) {
  if (amount === 0) return <span className="q">–</span>;
  return (
    <RowsLink
      className={part === "late" ? "fig late" : "fig"}
      to={outcomeLink({ ...scope, ...periodScope(of) }, part, localDate(of.on))}
    >
      {amount}
    </RowsLink>
  );
}

/** What of the page's address narrows the obligations. */
export function scopeOf({ territoryId, programmeId, sectionId, bearer }: SummaryScope): Omit<FigureScope, "period"> {
  return {
    territoryId,
    ...(programmeId ? { programmeId } : {}),
    ...(sectionId ? { sectionId } : {}),
    ...(bearer ? { bearer } : {}),
  };
}

export const percent = (value: number | null) => (value === null ? "–" : `${value}\u00A0%`);
