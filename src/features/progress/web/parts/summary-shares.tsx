import { Link, useSearchParams } from "react-router";
import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { allOf, amountOf, type OutcomeCounts, type OutcomePart } from "../../model/outcome.ts";
import type { PeriodSummary } from "../../model/period-summary.ts";
import type { FigureScope } from "../../model/rows-link.ts";
import { comparedInWords, compareShares, donePercent } from "../../model/summary-words.ts";
import { ShareMark } from "./direction-mark.tsx";
import type { SummaryScope } from "./period-summary.tsx";
import { OutcomeFigure, percent, scopeOf } from "./summary-totals.tsx";

interface SharesRow {
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  /** where its name leads: the same page narrowed to it */
  readonly to: string | null;
  readonly scope: Omit<FigureScope, "period">;
  readonly counts: OutcomeCounts;
  readonly against: OutcomeCounts | null;
}

const PARTS: readonly (readonly [OutcomePart, string])[] = [
  ["done", "выполнено"],
  ["doneLate", "из них позже срока"],
  ["waiting", "на проверке и доработке"],
  ["late", "просрочено"],
  ["moved", "перенесено"],
];

/** The period by programmes, by sections and by bearers; a name narrows the page to it. */
export function SummaryShares({ summary, scope }: { readonly summary: PeriodSummary; readonly scope: SummaryScope }) {
  const [params] = useSearchParams();
  const narrowed = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.set(name, value);
    return `?${next}`;
  };
  const base = scopeOf(scope);
  const { territoryId } = scope;
  const sections = summary.sections.map((section): SharesRow => ({
    key: section.id,
    name: [section.number, section.title].filter(Boolean).join(" "),
    depth: section.depth,
    to: section.id === scope.sectionId ? null : narrowed("sectionId", section.id),
    scope: { ...base, sectionId: section.id },
    counts: section.counts,
    against: section.against,
  }));
  const programmes = summary.programmes.map((one): SharesRow => ({
    key: one.id,
    name: one.title,
    depth: 0,
    to: `/programmes/${territoryId}/${one.id}/summary?${params}`,
    scope: { ...base, programmeId: one.id },
    counts: one.counts,
    against: one.against,
  }));
  const bearers = [...summary.bearers]
    .sort((a, b) => b.counts.late - a.counts.late)
    .map((one): SharesRow => ({
      key: one.key,
      name: one.name,
      depth: 0,
      to: one.key === scope.bearer ? null : narrowed("bearer", one.key),
      scope: { ...base, bearer: one.key },
      counts: one.counts,
      against: one.against,
    }));
  return (
    <>
      <Shares title="По программам" first="Программа" rows={programmes} summary={summary} />
      <Shares title="По разделам" first="Раздел" rows={sections} summary={summary} />
      <Shares title="По исполнителям" first="Исполнитель" rows={bearers} summary={summary} />
    </>
  );
}

interface SharesProps {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly SharesRow[];
  readonly summary: PeriodSummary;
}

function Shares({ title, first, rows, summary: { period, againstPeriod } }: SharesProps) {
  if (rows.length === 0) return undefined;
  const parts = PARTS.filter(([part]) => part === "done" || rows.some(({ counts }) => amountOf(counts, part) > 0));
  return (
    <section className="sec">
      <h3>{title}</h3>
      <DataTable label={title} className="shares stack">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" className="n">
              отчётов
            </th>
            {parts.map(([part, words]) => (
              <th key={part} scope="col" className="n">
                {words}
              </th>
            ))}
            <th scope="col" className="n">
              доля
            </th>
            {againstPeriod && <th scope="col">как было: {againstPeriod.words}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="hover">
              <th scope="row" style={{ paddingLeft: row.depth * 20 }}>
                {row.to ? <Link to={row.to}>{typeset(row.name)}</Link> : typeset(row.name)}
              </th>
              <td className="n" data-label="отчётов">
                <OutcomeFigure amount={allOf(row.counts)} part={undefined} scope={row.scope} of={period} />
              </td>
              {parts.map(([part, words]) => (
                <td key={part} className="n" data-label={words}>
                  <OutcomeFigure amount={amountOf(row.counts, part)} part={part} scope={row.scope} of={period} />
                </td>
              ))}
              <td className="n" data-label="доля">
                <b>{percent(donePercent(row.counts))}</b>
              </td>
              {row.against && (
                <td>
                  <Compared counts={row.counts} against={row.against} period={period} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

interface ComparedProps {
  readonly counts: OutcomeCounts;
  readonly against: OutcomeCounts;
  readonly period: PeriodSummary["period"];
}

function Compared({ counts, against, period }: ComparedProps) {
  return (
    <ShareMark compared={compareShares(counts, against)}>{typeset(comparedInWords(counts, against, period))}</ShareMark>
  );
}
