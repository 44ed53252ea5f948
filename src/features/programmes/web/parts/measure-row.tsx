import { Fragment } from "react";
import { Link } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { printNumber } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import { PartyChip } from "#web/ui/party-chip.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { byStance } from "../../model/party-order.ts";
import { plannedInYear, plannedOverall } from "../../model/planned-text.ts";
import type { MeasureSeen, ProgrammeTable, RoadmapSeen } from "../../model/seen.ts";
import { PART_NAME } from "../../model/words.ts";
import { useProgrammePlace } from "../place.ts";
import { shortDay } from "./days.ts";
import { isSoon } from "./measure-filter.ts";
import { noteOf } from "./measure-note.ts";
import type { Panel } from "./panel.ts";
import { MeasureMenu } from "./row-menus.tsx";

export interface MeasureRowProps {
  readonly measure: MeasureSeen;
  readonly roadmap: RoadmapSeen;
  readonly table: ProgrammeTable;
  readonly years: readonly number[];
  readonly onPanel: (panel: Panel) => void;
}

/** One measure in the columns of the document: words, result, term as printed with the next day, parties, plan and fact. */
export function MeasureRow({ measure, roadmap, table, years, onPanel }: MeasureRowProps) {
  const place = useProgrammePlace();
  const facts = table.facts;
  const overall = plannedOverall(measure.plannedValues);
  return (
    <tr className="me-r hover">
      <td className="no">{measure.number}</td>
      <td className="wide">
        <Link className="nm" to={`${place.page}/measures/${measure.id}`} data-measure={measure.id}>
          {typeset(measure.title)}
        </Link>
        {measure.level && <div className="nx">{measure.level}</div>}
      </td>
      <td className="rs">
        {typeset(measure.result || measure.reportDocument)}
        {overall && <div className="nx">{typeset(overall)}</div>}
      </td>
      <td className="due">
        {typeset(measure.dueText)}
        <NextDue measure={measure} table={table} />
      </td>
      <td className="pt">
        {byStance(measure.parties).map(({ id, name, part, stance }) => (
          <Fragment key={id}>
            <span className={stance === "outside" ? "outsider" : undefined}>
              <PartyChip
                code={name}
                leading={stance === "answers"}
                title={[name, PART_NAME[part], stance === "outside" ? "отчёта не сдаёт" : ""]
                  .filter(Boolean)
                  .join(", ")}
              />
            </span>{" "}
          </Fragment>
        ))}
        <ByYear measure={measure} table={table} years={years} />
      </td>
      {years.map((year) => {
        const planned = plannedInYear(measure.plannedValues, year);
        const fact = facts?.values[measure.id]?.[String(year)];
        const isLate = facts?.measures[measure.id]?.lateYears.includes(year) ?? false;
        return (
          <Fragment key={year}>
            <td className={`n pl${facts ? "" : " one"}${planned ? "" : " none"}`}>
              {planned ? <Planned text={planned} /> : "–"}
            </td>
            {facts && (
              <td className={`n fa${fact === undefined && !isLate ? " none" : ""}`}>
                <Fact fact={fact} isLate={isLate} />
              </td>
            )}
          </Fragment>
        );
      })}
      {table.can.edit && (
        <td className="ed no-print">
          <MeasureMenu measure={measure} roadmap={roadmap} onPanel={onPanel} />
        </td>
      )}
    </tr>
  );
}

/** What came of a year; the red mark stands in the year that something is late for. */
function Fact({ fact, isLate }: { readonly fact: number | undefined; readonly isLate: boolean }) {
  if (!isLate) return fact === undefined ? <span className="q">–</span> : <b>{printNumber(fact)}</b>;
  return (
    <StateMark state="late" size={10} strong>
      <span className="visually-hidden">просрочено</span> {fact === undefined ? "–" : printNumber(fact)}
    </StateMark>
  );
}

/** Plan and fact on a phone, where the columns have no room: «2026: 3 из 10». */
function ByYear({ measure, table, years }: Pick<MeasureRowProps, "measure" | "table" | "years">) {
  const told = years.flatMap((year) => {
    const planned = plannedInYear(measure.plannedValues, year);
    const fact = table.facts?.values[measure.id]?.[String(year)];
    const isLate = table.facts?.measures[measure.id]?.lateYears.includes(year) ?? false;
    if (!planned && fact === undefined && !isLate) return [];
    const words = [fact === undefined ? "" : printNumber(fact), planned].filter(Boolean).join(" из ");
    return [{ year, isLate, words: words.replace(AT_LEAST, "≥\u00a0") || "просрочено" }];
  });
  if (told.length === 0) return undefined;
  return (
    <span className="by-year only-phone">
      {told.map(({ year, isLate, words }) => (
        <span key={year} className="nw">
          {year}:{" "}
          {isLate ? (
            <StateMark state="late" size={10}>
              {words}
            </StateMark>
          ) : (
            words
          )}
        </span>
      ))}
    </span>
  );
}

const AT_LEAST = /не (?:менее|ниже|меньше)(?: чем)?\s*/giu;

/** The planned value in a narrow column: «не менее 40» is shown as «≥ 40» and spoken as printed. */
function Planned({ text }: { readonly text: string }) {
  const short = text.replace(AT_LEAST, "≥\u00a0");
  if (short === text) return typeset(text);
  return (
    <span title={text}>
      <span aria-hidden="true">{typeset(short)}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

/** Under the printed term: the next day and what is late, or that somebody must look at the term. */
function NextDue({ measure, table }: { readonly measure: MeasureSeen; readonly table: ProgrammeTable }) {
  const facts = table.facts?.measures[measure.id];
  const note = facts ? noteOf(facts) : "";
  if (measure.unclear)
    return (
      <div className="nx soon">
        <StateMark state="returned" size={10}>
          {measure.dueText ? "срок не понят" : "срок не указан"}
        </StateMark>
      </div>
    );
  return (
    <>
      {measure.nextDueOn && <NextDay measure={measure} today={table.today} />}
      {facts && note && (
        <div className={facts.late > 0 ? "nx late" : "nx"}>
          {facts.late > 0 ? (
            <StateMark state="late" size={10}>
              {typeset(note)}
            </StateMark>
          ) : (
            note
          )}
        </div>
      )}
    </>
  );
}

function NextDay({ measure, today }: { readonly measure: MeasureSeen; readonly today: string }) {
  if (!isSoon(measure, today)) return <div className="nx">до&nbsp;{dateInWords(localDate(measure.nextDueOn!))}</div>;
  return (
    <div className="nx soon">
      <StateMark state="soon" size={10}>
        до&nbsp;{shortDay(measure.nextDueOn!, today)}
      </StateMark>
    </div>
  );
}
