import type { MeasureDraft, RoadmapDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import {
  RedactionMeasure,
  type RedactionDocument,
  type RedactionSection,
} from "#features/programmes/model/redaction-document.ts";
import type { Drafted } from "./draft.ts";

/** A reviewed document as a redaction of its programme: what it says itself, over the passport as it stands. */
export function documentOf(
  { roadmaps, rows, settings }: Pick<Drafted, "roadmaps" | "rows" | "settings">,
  standing: RedactionDocument,
): RedactionDocument {
  const keys = new Map(rows.map(({ measure, source }) => [measure, source.key]));
  const measuresOf = (measures: readonly MeasureDraft[], place: string) =>
    measures.map((measure, at) => RedactionMeasure.parse({ ...measure, key: keys.get(measure) ?? `${place}/${at}` }));
  const sectionOf = (section: SectionDraft, key: string): RedactionSection => ({
    key,
    number: section.number,
    title: section.title,
    sections: section.sections.map((inner, at) => sectionOf(inner, `${key}.${at}`)),
    measures: measuresOf(section.measures, key),
  });
  return {
    ...standing,
    title: settings.title,
    startsOn: settings.startsOn,
    endsOn: settings.endsOn,
    yearKind: settings.yearKind,
    accountMoments: settings.accountMoments,
    roadmaps: roadmaps.map((roadmap: RoadmapDraft, at) => ({
      key: `r${at}`,
      title: roadmap.title,
      columns: roadmap.columns,
      sections: roadmap.sections.map((section, place) => sectionOf(section, `r${at}.${place}`)),
      measures: measuresOf(roadmap.measures, `r${at}`),
    })),
  };
}
