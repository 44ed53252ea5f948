import { matchKey } from "#domain/russian/match-key.ts";
import {
  placedMeasures,
  type RedactionDocument,
  type RedactionMeasure,
  type RedactionRoadmap,
  type RedactionSection,
} from "./redaction-document.ts";
import { fieldText } from "./redaction-fields.ts";

export interface Identities {
  /** keys of measures of the new document to the measures they are */
  readonly measures: ReadonlyMap<string, string>;
  /** the same of its roadmaps and sections */
  readonly places: ReadonlyMap<string, string>;
  /** roadmaps that the new document is silent about and that go on as they are */
  readonly keptRoadmaps: ReadonlySet<string>;
}

/**
 * The new document with the identities of the old one. Words that did not change keep what was understood by them: the term, who is
 * meant, what is planned, also where a person had set it by hand. A field that no row of the new document has at all is left as it was.
 * `closed`: measures that were taken out before and may come back.
 */
export function mergeRedaction(
  before: RedactionDocument,
  after: RedactionDocument,
  { measures, places, keptRoadmaps }: Identities,
  closed: readonly RedactionMeasure[] = [],
): RedactionDocument {
  const standingMeasures = placedMeasures(before).map(({ measure }) => measure);
  const old = new Map([...closed, ...standingMeasures].map((measure) => [measure.key, measure]));
  const silent = silentFields(after);
  const measureOf = (measure: RedactionMeasure): RedactionMeasure => {
    const standing = old.get(measures.get(measure.key) ?? "");
    return standing ? mergeMeasure(standing, measure, silent) : measure;
  };
  const keyOf = (key: string) => places.get(key) ?? key;
  const sectionOf = (section: RedactionSection): RedactionSection => ({
    ...section,
    key: keyOf(section.key),
    sections: section.sections.map(sectionOf),
    measures: section.measures.map(measureOf),
  });
  const roadmaps = after.roadmaps.map((roadmap): RedactionRoadmap => ({
    ...roadmap,
    key: keyOf(roadmap.key),
    sections: roadmap.sections.map(sectionOf),
    measures: roadmap.measures.map(measureOf),
  }));
  const elsewhere = new Set(measures.values());
  const kept = before.roadmaps.filter(({ key }) => keptRoadmaps.has(key)).map((roadmap) => without(roadmap, elsewhere));
  return { ...after, roadmaps: [...roadmaps, ...kept] };
}

/** A place without the measures that now stand elsewhere. */
function without<Place extends Pick<RedactionSection, "sections" | "measures">>(
  place: Place,
  gone: ReadonlySet<string>,
): Place {
  return {
    ...place,
    measures: place.measures.filter(({ key }) => !gone.has(key)),
    sections: place.sections.map((section) => without(section, gone)),
  };
}

const MAY_BE_SILENT = ["result", "reportDocument"] as const;

function silentFields(after: RedactionDocument): (typeof MAY_BE_SILENT)[number][] {
  const rows = placedMeasures(after);
  return MAY_BE_SILENT.filter((field) => rows.every(({ measure }) => measure[field] === ""));
}

function mergeMeasure(
  old: RedactionMeasure,
  now: RedactionMeasure,
  silent: readonly (typeof MAY_BE_SILENT)[number][],
): RedactionMeasure {
  const isSame = (field: Parameters<typeof fieldText>[1]) =>
    matchKey(fieldText(old, field)) === matchKey(fieldText(now, field));
  const sameTerm = isSame("dueText");
  const sameParties = isSame("responsible") && isSame("participants");
  return {
    ...now,
    key: old.key,
    ...Object.fromEntries(silent.map((field) => [field, old[field]])),
    cadence: sameTerm ? old.cadence : now.cadence,
    accountMoments: sameTerm ? old.accountMoments : now.accountMoments,
    reporting: sameParties ? old.reporting : now.reporting,
    parties: sameParties ? old.parties : partiesOf(old, now),
    plannedValues: isSame("planned") ? old.plannedValues : plannedValuesOf(old, now),
  };
}

/** A party that stays keeps its identity; a name that stands twice is two parties. */
function partiesOf(old: RedactionMeasure, now: RedactionMeasure): RedactionMeasure["parties"] {
  const free = [...old.parties];
  return now.parties.map((party) => {
    const at = free.findIndex(({ name, part }) => matchKey(name) === matchKey(party.name) && part === party.part);
    const id = at === -1 ? undefined : free.splice(at, 1)[0]?.id;
    return { ...party, ...(id && { id }) };
  });
}

/** Planned values keep their identity, because reports cite them: by their words, else by their place in the list. */
function plannedValuesOf(old: RedactionMeasure, now: RedactionMeasure): RedactionMeasure["plannedValues"] {
  const free = [...old.plannedValues];
  const take = (fits: (value: (typeof free)[number]) => boolean) => {
    const at = free.findIndex(fits);
    return at === -1 ? undefined : free.splice(at, 1)[0]?.id;
  };
  const nameOf = ({ label, subGroup, unit }: (typeof free)[number]) => matchKey(`${unit} ${label} ${subGroup}`);
  const byName = now.plannedValues.map((value) => take((one) => nameOf(one) === nameOf(value)));
  return now.plannedValues.map((value, at) => {
    const id = byName[at] ?? take((one) => one.unit === value.unit);
    return { ...value, ...(id && { id }) };
  });
}
