import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { localDate } from "#shared/local-date.ts";
import { Slot } from "#web/slot.tsx";
import { addressOf, request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { PeriodSeen } from "../../model/contract.ts";
import { AGAINST } from "../../model/neighbour-period.ts";
import { allOf, OUTCOMES_COUNTED } from "../../model/outcome.ts";
import { readingDayInWords } from "../../model/outcome-words.ts";
import {
  askedPeriod,
  isOfKind,
  PERIOD_KIND_NAME,
  periodChoices,
  periodInWords,
  type PeriodKind,
} from "../../model/period.ts";
import type { PeriodSummary as Summary } from "../../model/period-summary.ts";
import { comparisonCautions, summaryInWords } from "../../model/summary-words.ts";
import { HowCounted } from "./how-counted.tsx";
import { BothDates, lacksDates, OwnDates } from "./own-dates.tsx";
import { SummaryChanges } from "./summary-changes.tsx";
import { SummaryShares } from "./summary-shares.tsx";
import { SummaryTotals } from "./summary-totals.tsx";
import "./period-summary.css";

export interface PeriodSummaryProps {
  readonly territoryId: string;
  /** without it all that one sees in the territory */
  readonly programmeId?: string;
}

const KINDS = ["month", "quarter", "schoolTerm", "year", "schoolYear", "span", "all"] as const satisfies PeriodKind[];

/** What came of a period, as it stood at its end; beside another period where one is chosen. Everything chosen is in the address. */
export function PeriodSummary({ territoryId, programmeId }: PeriodSummaryProps) {
  const [kindText] = useAddressValue("kind", KINDS[0]);
  const [key] = useAddressValue("period");
  const { kind, period } = askedPeriod(KINDS, kindText, key);
  const [against] = useAddressValue("against");
  const [sectionId] = useAddressValue("sectionId");
  const [bearer] = useAddressValue("bearer");
  const query = {
    territoryId,
    programmeId,
    kind,
    period,
    against: Object.values<string>(AGAINST).includes(against) || isOfKind(against, kind) ? against : "",
    sectionId,
    bearer,
  };
  const waits = lacksDates(kind, key);
  const summary = useQuery({
    queryKey: ["progress", "summary", query],
    queryFn: ({ signal }) => request<Summary>("/api/progress/summary", { query, signal }),
    placeholderData: (before) => before,
    select: withOwnWords,
    enabled: !waits,
  });
  return (
    <div className={!waits && summary.data?.againstPeriod ? "period-summary compared" : "period-summary"}>
      <Filters>
        <FilterWord
          name="kind"
          label="Период"
          options={KINDS.map((each) => ({ value: each, label: PERIOD_KIND_NAME[each] }))}
        />
        {!waits && summary.data && <Choices summary={summary.data} kind={kind} />}
        <Slot name="how-to" facts={{ section: "summary" }} />
        {!waits && (
          <ListOutput
            excel={addressOf("/api/progress/summary.xlsx", query)}
            onPrint={() => window.print()}
            busy={false}
          />
        )}
      </Filters>
      {kind === "span" && <OwnDates value={key} />}
      {waits ? (
        <BothDates value={key} />
      ) : (
        <Loaded query={summary} title="Итоги за период не открылись">
          {(data) => <Body summary={data} scope={{ territoryId, programmeId, sectionId, bearer }} />}
        </Loaded>
      )}
    </div>
  );
}

/** The periods as this page's language calls them: the server's words are Russian. */
function withOwnWords(summary: Summary): Summary {
  const named = <Seen extends PeriodSeen>(period: Seen): Seen => {
    const { key, from, to } = period;
    return { ...period, words: periodInWords({ key, from: localDate(from), to: localDate(to) }) };
  };
  return {
    ...summary,
    period: named(summary.period),
    againstPeriod: summary.againstPeriod && named(summary.againstPeriod),
    periods: summary.periods.map(named),
    rest: summary.rest && named(summary.rest),
    next: summary.next && named(summary.next),
  };
}

function Choices({ summary, kind }: { readonly summary: Summary; readonly kind: PeriodKind }) {
  const { key } = summary.period;
  const begun = summary.periods.filter((one) => one.key !== key && one.from <= summary.today);
  return (
    <>
      {summary.periods.length > 0 && (
        <FilterWord name="period" label="За" options={periodChoices(summary.periods, summary.period)} standing={key} />
      )}
      {kind !== "all" && (
        <FilterWord
          name="against"
          label="Сравнить"
          options={[
            { value: "", label: "не сравнивать" },
            { value: AGAINST.before, label: "с предыдущим" },
            { value: AGAINST.yearBefore, label: "с тем же периодом год назад" },
            ...begun.map(({ key: value, words }) => ({ value, label: words })),
          ]}
        />
      )}
    </>
  );
}

export interface SummaryScope {
  readonly territoryId: string;
  readonly programmeId: string | undefined;
  readonly sectionId: string;
  readonly bearer: string;
}

interface BodyProps {
  readonly summary: Summary;
  readonly scope: SummaryScope;
}

function Body({ summary, scope }: BodyProps) {
  const { counts, against, period, againstPeriod } = summary;
  const reading = readingDayInWords(localDate(period.on), localDate(summary.today));
  const isEmpty = allOf(counts) === 0 && (against === null || allOf(against) === 0);
  return (
    <>
      <h2>{typeset(capitalised(againstPeriod ? `${period.words} и ${againstPeriod.words}` : period.words))}</h2>
      <Narrowed summary={summary} scope={scope} />
      {isEmpty ? (
        <EmptyState title="В этот период сроков нет">
          {period.notBegun
            ? "Период ещё не начался, и сроков в нём пока нет."
            : "Выберите другой период или уберите отбор."}
        </EmptyState>
      ) : (
        <>
          <p className="dense">{typeset(summaryInWords(counts, period))}</p>
          <p className="sm q">
            {typeset(`По состоянию ${reading}.${summary.isWhole ? "" : " Показаны только ваши отчёты."}`)}
          </p>
          {against && againstPeriod && (
            <ul className="cautions sm q">
              {comparisonCautions(counts, against, period, againstPeriod).map((words) => (
                <li key={words}>{typeset(words)}</li>
              ))}
            </ul>
          )}
          <SummaryTotals summary={summary} scope={scope} />
          <SummaryChanges summary={summary} scope={scope} />
          <SummaryShares summary={summary} scope={scope} />
        </>
      )}
      <HowCounted editions={[OUTCOMES_COUNTED]} />
    </>
  );
}

/** What the page is narrowed to, with the way back to the whole. */
function Narrowed({ summary, scope }: { readonly summary: Summary; readonly scope: SummaryScope }) {
  const [params] = useSearchParams();
  const without = (name: string) => {
    const next = new URLSearchParams(params);
    next.delete(name);
    return `?${next}`;
  };
  const section = scope.sectionId ? summary.sections.find(({ id }) => id === scope.sectionId) : undefined;
  const bearer = scope.bearer ? summary.bearers.find(({ key }) => key === scope.bearer) : undefined;
  if (!scope.sectionId && !scope.bearer) return undefined;
  return (
    <p className="narrowed dense">
      {scope.sectionId && (
        <>
          {typeset(`Раздел: ${[section?.number, section?.title].filter(Boolean).join(" ") || "сроков в нём нет"}`)}{" "}
          <Link to={without("sectionId")}>показать все разделы</Link>{" "}
        </>
      )}
      {scope.bearer && (
        <>
          {typeset(`Исполнитель: ${bearer?.name ?? "сроков у него нет"}`)}{" "}
          <Link to={without("bearer")}>показать всех исполнителей</Link>
        </>
      )}
    </p>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
