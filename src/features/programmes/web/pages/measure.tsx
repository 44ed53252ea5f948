import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, Outlet, useParams } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { Button } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { arriving } from "#web/arriving.tsx";
import { useFetchAhead } from "#web/fetch-ahead.ts";
import { Slot } from "#web/slot.tsx";
import { programmeYears } from "../../model/programme-years.ts";
import type { MeasurePage } from "../../model/seen.ts";
import { dotted } from "../parts/dotted.ts";
import { MeasureParties } from "../parts/measure-parties.tsx";
import { Pauses } from "../parts/pauses.tsx";
import { PlannedValues } from "../parts/planned-values.tsx";
import { cadenceInWords } from "../../model/understood-term.ts";
import { useProgrammePlace } from "../place.ts";
import { measureQuery } from "../queries.ts";
import "./measure.css";

// whoever reads waits for no forms
const PauseDialog = arriving(() => import("../parts/pause-dialog.tsx"));
const MeasureDrawer = arriving(() => import("../parts/measure-drawer.tsx"));

/** One measure: its words and term as printed beside the schedule as understood, parties, plan, papers, and what others add below. */
export default function MeasurePageView() {
  const place = useProgrammePlace();
  const { measureId = "" } = useParams();
  const measure = useQuery(measureQuery(place, measureId));
  return (
    <Loaded query={measure} title="Мероприятие не открылось" skeleton={<PageSkeleton />}>
      {(page) => <Measure page={page} />}
    </Loaded>
  );
}

/** The words of a term without what does not change them: case, spaces, a full stop. */
const printedWords = (text: string) => text.replace(/\s+/g, " ").trim().replace(/\.$/, "").toLowerCase();

function Measure({ page }: { readonly page: MeasurePage }) {
  const place = useProgrammePlace();
  const [editing, setEditing] = useState(false);
  const [pausing, setPausing] = useState(false);
  useFetchAhead(MeasureDrawer, page.can.edit);
  useFetchAhead(PauseDialog, page.can.pause);
  const { measure, programme } = page;
  const years = programmeYears(programme);
  const understood = cadenceInWords(measure.cadence) || "по годам плана";
  const where = page.path.map((section) => [dotted(section.number), section.title].filter(Boolean).join(" "));
  // once the programme is approved, years of the plan stand below beside their facts
  const planStandsAlone =
    measure.plannedValues.length > 0 &&
    (programme.status === "draft" || measure.plannedValues.every((value) => value.years.length === 0));
  return (
    <div className="measure-page">
      <PageHeader
        size="programme"
        title={[measure.number, measure.title].filter(Boolean).join(" ")}
        crumb={{ to: `${place.page}/measures`, label: programme.title }}
        kicker={where.length > 0 ? where.join(" · ") : page.roadmap.title}
        actions={
          <>
            {page.can.edit && (
              <Button icon="edit" onClick={() => setEditing(true)}>
                Править
              </Button>
            )}
            {page.can.pause && page.pauses.every((one) => one.resumedOn !== null || one.measureId === null) && (
              <Button onClick={() => setPausing(true)}>Приостановить</Button>
            )}
            <Slot name="watch" facts={{ kind: "measure", territoryId: programme.territoryId, id: measure.id }} />
            <Slot name="history" facts={{ kind: "measure", territoryId: programme.territoryId, id: measure.id }} />
          </>
        }
      />
      <Pauses
        territoryId={programme.territoryId}
        programmeId={programme.id}
        measureId={measure.id}
        pauses={page.pauses}
        today={page.today}
        canResume={page.can.pause}
      />
      {pausing && (
        <PauseDialog
          territoryId={programme.territoryId}
          programmeId={programme.id}
          measureId={measure.id}
          today={page.today}
          onClose={() => setPausing(false)}
        />
      )}
      {measure.closed && <p className="remark">Мероприятие закрыто: новых сроков по нему нет, сданное сохранилось.</p>}
      <div className="two">
        <section>
          <h2>Срок</h2>
          <p className="printed">{typeset(measure.dueText) || <span className="q">не указан</span>}</p>
          <p className="sm q">
            {measure.unclear || printedWords(understood) === printedWords(measure.dueText)
              ? undefined
              : typeset(`Понято так: ${understood}`)}
          </p>
          <Schedule page={page} />
        </section>
        <section>
          <h2>Кто</h2>
          <MeasureParties page={page} />
        </section>
      </div>
      {(measure.result || measure.reportDocument) && (
        <dl className="words">
          {measure.result && (
            <div>
              <dt>Ожидаемый результат</dt>
              <dd>{typeset(measure.result)}</dd>
            </div>
          )}
          {measure.reportDocument && (
            <div>
              <dt>Отчётный документ</dt>
              <dd>{typeset(measure.reportDocument)}</dd>
            </div>
          )}
        </dl>
      )}
      {planStandsAlone && (
        <section className="sec">
          <h2>План</h2>
          <PlannedValues values={measure.plannedValues} years={years} yearKind={programme.yearKind} />
        </section>
      )}
      {page.papers.length > 0 && (
        <section className="sec">
          <h2>Документы</h2>
          <ul className="papers">
            {page.papers.map((paper) => (
              <li key={paper.id}>
                <Link to={`/papers/${place.territoryId}/${paper.id}`}>{paper.name}</Link>{" "}
                <span className="q">{typeset(paper.title)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Outlet />
      {editing && (
        <MeasureDrawer
          territoryId={place.territoryId}
          years={years}
          yearKind={programme.yearKind}
          measure={measure}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}

const SHOWN = 12;

/** The schedule as understood: each occurrence with its due day, the next one marked. */
function Schedule({ page }: { readonly page: MeasurePage }) {
  const { occurrences, today, measure } = page;
  const [all, setAll] = useState(false);
  if (measure.unclear && occurrences.length === 0)
    return (
      <p>
        <StateMark state="returned">
          {page.can.edit ? "Срок не понят: впишите его иначе или укажите сами" : "Срок пока не понят"}
        </StateMark>
      </p>
    );
  if (occurrences.length === 0) return <p className="q">Дней сдачи нет: сдают, когда попросят.</p>;
  const next = occurrences.findIndex((occurrence) => occurrence.dueOn >= today);
  const from =
    all || occurrences.length <= SHOWN
      ? 0
      : Math.max(0, Math.min(next === -1 ? occurrences.length : next - 2, occurrences.length - SHOWN));
  const shown = all ? occurrences : occurrences.slice(from, from + SHOWN);
  return (
    <>
      <ol className="schedule">
        {shown.map((occurrence) => (
          <li key={occurrence.key} className={occurrence === occurrences[next] ? "next" : undefined}>
            {/* a single day is its own due day: one line says it once */}
            {occurrence.words !== dateInWords(localDate(occurrence.dueOn)) && <span>{occurrence.words}</span>}
            <span className={occurrence.dueOn < today ? "q" : undefined}>
              до&nbsp;{dateInWords(localDate(occurrence.dueOn))}
              {occurrence.required > 1 && `, не менее ${occurrence.required} раз`}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < occurrences.length && (
        <button type="button" className="more link-button no-print" onClick={() => setAll(true)}>
          Показать все {occurrences.length}
        </button>
      )}
    </>
  );
}
