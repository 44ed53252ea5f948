import { programmeYears } from "#features/programmes/model/programme-form.ts";
import type { MeasureDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { TemplatePage, TemplateRow } from "../model/contract.ts";
import { measuresOfTemplate } from "../model/template.ts";
import type { LoadedTemplate } from "./load-template.ts";

/** A template as a row of the list. */
export function presentRow({ key, title, about, origin, body, canClose }: LoadedTemplate): TemplateRow {
  return {
    key,
    title,
    about,
    origin,
    years: programmeYears(body).length,
    yearKind: body.yearKind,
    measures: measuresOfTemplate(body).length,
    can: { close: canClose },
  };
}

/** Its roadmaps as they are read: section under section, each measure with its place. */
export function presentRoadmaps({ body }: LoadedTemplate): TemplatePage["roadmaps"] {
  let at = 0;
  const measures = (all: readonly MeasureDraft[]) => all.map((measure) => presentMeasure(measure, at++));
  const sections = (all: readonly SectionDraft[], above: string): TemplatePage["roadmaps"][number]["sections"] =>
    all.flatMap((one) => {
      const title = [above, [one.number, one.title].filter(Boolean).join(". ")].filter(Boolean).join(" / ");
      const own = { title, measures: measures(one.measures) };
      return [...(own.measures.length > 0 ? [own] : []), ...sections(one.sections, title)];
    });
  return body.roadmaps.map((roadmap) => {
    const loose = measures(roadmap.measures);
    return {
      title: roadmap.title,
      sections: [...(loose.length > 0 ? [{ title: "", measures: loose }] : []), ...sections(roadmap.sections, "")],
    };
  });
}

function presentMeasure(
  measure: MeasureDraft,
  at: number,
): TemplatePage["roadmaps"][number]["sections"][number]["measures"][number] {
  const { number, title, level, dueText, result } = measure;
  const planned = measure.plannedValues
    .map(({ totalText, years }) => years.map(({ text }) => text).join(", ") || totalText)
    .filter(Boolean)
    .join("; ");
  const who = [measure.responsibleText, measure.participantsText].filter(Boolean).join("; ");
  return { at, number, title, level, dueText, who, result, planned };
}
