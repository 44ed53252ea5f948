import {
  RedactionMeasure,
  type RedactionDocument,
  type RedactionSection,
} from "#features/programmes/model/redaction-document.ts";

/** A measure of a redaction with only what a test is about. */
export function measure(key: string, title: string, more: Partial<RedactionMeasure> = {}): RedactionMeasure {
  return RedactionMeasure.parse({
    key,
    number: "",
    title,
    level: "",
    dueText: "",
    cadence: [],
    result: "",
    reportDocument: "",
    responsibleText: "",
    participantsText: "",
    reporting: "each",
    accountMoments: null,
    parties: [],
    plannedValues: [],
    ...more,
  });
}

export function section(
  key: string,
  title: string,
  measures: RedactionMeasure[],
  more: Partial<RedactionSection> = {},
): RedactionSection {
  return { key, number: "", title, sections: [], measures, ...more };
}

/** A document of one roadmap. */
export function redaction(sections: RedactionSection[], more: Partial<RedactionDocument> = {}): RedactionDocument {
  return {
    title: "Сильная школа",
    shortTitle: "",
    startsOn: "2026-01-01",
    endsOn: "2027-12-31",
    yearKind: "calendar",
    accountMoments: { kind: "schoolTermEnd" },
    goal: "",
    tasks: [],
    passport: [],
    roadmaps: [{ key: "road", title: "Дорожная карта", columns: [], sections, measures: [] }],
    ...more,
  };
}
