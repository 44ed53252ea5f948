import { Fragment } from "react";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { TemplateMeasure, TemplatePage } from "../../model/contract.ts";
import { wordsIn } from "../../model/shift-words.ts";
import { firstKey, forYears, measuresInWords, yearsInWords } from "../parts/words.ts";
import { useAdapting, useTemplatePlace } from "../place.ts";

/** «не менее 20 %» is one figure, and «УО /» belongs together: neither is parted at the end of a line. */
const bound = (text: string) =>
  typeset(text).replace(/(не)\s(менее) (?=\d)| (?=\/ )/gu, (part) => part.replace(/\s/gu, "\u00a0"));

/** The template as a roadmap is read, in the years for which a programme would be made of it. */
export default function TemplateReading() {
  const { page, draft, beginAnew } = useAdapting();
  const place = useTemplatePlace();
  const { firstYear } = draft.value;
  const words = wordsIn(page, firstYear, page.years);
  const facts = [
    ["Для кого", page.owner === "organisation" ? "для одной школы" : "для муниципалитета"],
    ["Сколько идёт", yearsInWords(page.years, page.yearKind)],
    ["Мероприятий", String(page.measures)],
  ] as const;
  return (
    <>
      <PageHeader
        size="programme"
        title={page.title}
        crumb={{ to: "/templates", label: "Шаблоны программ" }}
        lead={page.about}
        actions={
          <>
            <ButtonLink kind="primary" to={`${place.page}/years`}>
              {draft.savedAt ? "Продолжить" : "Взять за основу"}
            </ButtonLink>
            {draft.savedAt && <Button onClick={beginAnew}>Начать заново</Button>}
            <Button icon="print" onClick={() => window.print()}>
              Печать
            </Button>
          </>
        }
      />
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {page.goal && (
        <section className="aims">
          <h2>Цель</h2>
          <p className="prose">{typeset(words(page.goal))}</p>
        </section>
      )}
      {page.tasks.length > 0 && (
        <section className="aims">
          <h2>Задачи</h2>
          <ul className="prose listed">
            {page.tasks.map((task) => (
              <li key={task}>{typeset(words(task))}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="q sm shown-years">
        {typeset(
          `Сроки показаны для программы ${forYears(firstYear, page.years, page.yearKind)}. Годы выберете на следующем шаге.`,
        )}
      </p>
      {page.roadmaps.map((roadmap) => (
        <Roadmap
          key={firstKey(roadmap.sections)}
          roadmap={roadmap}
          words={words}
          plan={page.years > 1 ? "План по годам" : "План"}
        />
      ))}
    </>
  );
}

interface RoadmapProps {
  readonly roadmap: TemplatePage["roadmaps"][number];
  readonly words: (text: string) => string;
  readonly plan: string;
}

function Roadmap({ roadmap, words, plan }: RoadmapProps) {
  const hasPlan = roadmap.sections.some(({ measures }) => measures.some(({ planned }) => planned !== ""));
  const heads = ["№", "Мероприятие", "Срок", "Кто", "Результат", ...(hasPlan ? [plan] : [])];
  return (
    <section className="template-roadmap">
      <h2>{typeset(words(roadmap.title))}</h2>
      <DataTable label={words(roadmap.title)} className="stack">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roadmap.sections.map((section) => (
            <Fragment key={firstKey([section])}>
              {section.title && (
                <tr className="se">
                  <td colSpan={heads.length} className="wide">
                    <b>{typeset(words(section.title))}</b>
                    <span className="sm q">{measuresInWords(section.measures.length)}</span>
                  </td>
                </tr>
              )}
              {section.measures.map((measure) => (
                <Measure key={measure.key} measure={measure} words={words} hasPlan={hasPlan} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

interface MeasureProps {
  readonly measure: TemplateMeasure;
  readonly words: (text: string) => string;
  readonly hasPlan: boolean;
}

function Measure({ measure, words, hasPlan }: MeasureProps) {
  const { number, title, level, dueText, understood, who, result, planned } = measure;
  return (
    <tr>
      <td className="no">{number}</td>
      <td className="wide">
        {typeset(words(title))}
        {level && level !== who && <div className="meta">{level}</div>}
      </td>
      <td className="due" data-label="Срок">
        {typeset(words(dueText)) || (
          <span className="q">{understood ? typeset(`понято: ${words(understood)}`) : "–"}</span>
        )}
      </td>
      <td className="who" data-label="Кто">
        {bound(who) || <span className="q">–</span>}
      </td>
      <td className="m" data-label="Результат">
        {typeset(words(result)) || <span className="q">–</span>}
      </td>
      {hasPlan && (
        <td className={planned ? "m" : "m none"} data-label="План">
          {bound(planned) || <span className="q">–</span>}
        </td>
      )}
    </tr>
  );
}
