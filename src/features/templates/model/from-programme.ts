import type {
  RedactionDocument,
  RedactionMeasure,
  RedactionSection,
} from "#features/programmes/model/redaction-document.ts";
import type { MeasureDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { TemplateBody } from "./template.ts";
import { general } from "./template-parties.ts";

/** A programme's document as a template: its identities and whatever names one school or one person stay behind. */
export function bodyOfProgramme(document: RedactionDocument): TemplateBody {
  const { startsOn, endsOn, yearKind, accountMoments, goal, tasks, passport, roadmaps } = document;
  return {
    startsOn: startsOn as LocalDate,
    endsOn: endsOn as LocalDate,
    yearKind,
    accountMoments,
    goal,
    tasks,
    passport,
    roadmaps: roadmaps.map(({ title, columns, sections, measures }) => ({
      title,
      columns,
      importId: null,
      sections: sections.map(sectionOf),
      measures: measures.map(measureOf),
    })),
  };
}

function sectionOf({ number, title, sections, measures }: RedactionSection): SectionDraft {
  return { number, title, source: null, sections: sections.map(sectionOf), measures: measures.map(measureOf) };
}

function measureOf({ key: _key, parties, plannedValues, ...words }: RedactionMeasure): MeasureDraft {
  return {
    ...words,
    parties: parties.map(({ name, part, audience }) => ({ name, part, audience: general(audience) })),
    plannedValues: plannedValues.map(({ id: _id, ...value }) => value),
    source: null,
  };
}
