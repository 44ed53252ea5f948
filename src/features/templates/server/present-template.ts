import { understoodTerm } from "#features/programmes/model/understood-term.ts";
import type { MeasureDraft, PlannedValueDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { TemplateMeasure, TemplatePage, TemplateRow } from "../model/contract.ts";
import type { OwnYears } from "../model/period.ts";
import { ownYears } from "../model/shift-years.ts";
import { measuresOfTemplate } from "../model/template.ts";
import { yearsNeeded } from "../model/years-needed.ts";
import type { LoadedTemplate } from "./load-template.ts";

/** A template as a row of the list. */
export function presentRow({ key, title, about, origin, owner, body, canClose }: LoadedTemplate): TemplateRow {
  return {
    key,
    title,
    about,
    origin,
    owner,
    years: ownYears(body).years,
    yearKind: body.yearKind,
    measures: measuresOfTemplate(body).length,
    can: { close: canClose },
  };
}

/** Its roadmaps as they are read: section under section, each measure with its place. */
export function presentRoadmaps({ body }: LoadedTemplate): TemplatePage["roadmaps"] {
  const own = ownYears(body);
  const keys = new Map(measuresOfTemplate(body).map(({ key, measure }) => [measure, key]));
  const measures = (all: readonly MeasureDraft[]) =>
    all.map((measure) => ({ key: keys.get(measure)!, ...presentMeasure(measure, own) }));
  const sections = (all: readonly SectionDraft[], above: string): TemplatePage["roadmaps"][number]["sections"] =>
    all.flatMap(({ number, title: words, ...one }) => {
      const title = [above, [number && number.replace(/\.?$/, "."), words].filter(Boolean).join(" ")]
        .filter(Boolean)
        .join(" / ");
      const ofIts = measures(one.measures);
      return [...(ofIts.length > 0 ? [{ title, measures: ofIts }] : []), ...sections(one.sections, title)];
    });
  return body.roadmaps
    .map((roadmap) => {
      const loose = measures(roadmap.measures);
      return {
        title: roadmap.title,
        sections: [...(loose.length > 0 ? [{ title: "", measures: loose }] : []), ...sections(roadmap.sections, "")],
      };
    })
    .filter(({ sections: filled }) => filled.length > 0);
}

function presentMeasure(measure: MeasureDraft, own: OwnYears): Omit<TemplateMeasure, "key"> {
  const { number, title, level, dueText, result, cadence } = measure;
  const planned = measure.plannedValues
    .map((value) => plannedInWords(value, result))
    .filter(Boolean)
    .join("; ");
  const who = [measure.responsibleText, measure.participantsText].filter(Boolean).join("; ");
  return {
    number,
    title,
    level,
    dueText,
    understood: understoodTerm(measure),
    who,
    result,
    planned,
    reporters: reportersOf(measure),
    yearsNeeded: yearsNeeded(own, cadence),
  };
}

/** «Доля учителей с маршрутом: 50 %, 75 %, 100 %», «1 каждый год»; without the words of the result, which stand beside it. */
function plannedInWords({ label, totalText, years }: PlannedValueDraft, result: string): string {
  const texts = years.map(({ text }) => text).filter(Boolean);
  const isSame = texts.length === years.length && texts.length > 1 && new Set(texts).size === 1;
  const values = texts.length === 0 ? totalText : isSame ? `${texts[0]} каждый год` : texts.join(", ");
  return label && label !== result && values ? `${label}: ${values}` : values;
}

/** Names that report, as `plan` of the obligations decides it: a participant owes nothing. */
function reportersOf({ parties, reporting }: MeasureDraft): string[] {
  const owing = parties.filter(({ part }) => part !== "participant");
  if (reporting === "each") return [...new Set(owing.map(({ name }) => name))];
  const first = owing.find(({ part }) => part === "assignee") ?? owing[0];
  return first ? [first.name] : [];
}
