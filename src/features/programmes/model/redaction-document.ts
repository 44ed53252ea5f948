import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { AccountMoments } from "./cadence.ts";
import { PassportSection } from "./programme-form.ts";
import { MeasureDraft, PartyDraft, PlannedValueDraft } from "./roadmap-draft.ts";
import { YEAR_KINDS } from "./words.ts";

/**
 * The document of a programme as it stands in one redaction. Keys are the identities of roadmaps, sections and measures, the same in every
 * redaction; in a document that is not yet in force they are keys of its own wherever it has something new.
 */
export const RedactionMeasure = MeasureDraft.omit({ source: true, parties: true, plannedValues: true }).extend({
  key: z.string(),
  parties: z.array(PartyDraft.extend({ id: id.optional() })),
  plannedValues: z.array(PlannedValueDraft.extend({ id: id.optional() })),
});
export type RedactionMeasure = z.infer<typeof RedactionMeasure>;

export interface RedactionSection {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly sections: readonly RedactionSection[];
  readonly measures: readonly RedactionMeasure[];
}

export const RedactionSection: z.ZodType<RedactionSection> = z.object({
  key: z.string(),
  number: z.string(),
  title: z.string(),
  get sections() {
    return z.array(RedactionSection);
  },
  measures: z.array(RedactionMeasure),
});

export const RedactionRoadmap = z.object({
  key: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  sections: z.array(RedactionSection),
  measures: z.array(RedactionMeasure),
});
export interface RedactionRoadmap {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly sections: readonly RedactionSection[];
  readonly measures: readonly RedactionMeasure[];
}

export const RedactionDocument = z.object({
  title: z.string(),
  shortTitle: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  yearKind: z.enum(YEAR_KINDS),
  accountMoments: AccountMoments,
  goal: z.string(),
  tasks: z.array(z.string()),
  passport: z.array(PassportSection),
  roadmaps: z.array(RedactionRoadmap),
});
export interface RedactionDocument extends Omit<z.infer<typeof RedactionDocument>, "roadmaps"> {
  readonly roadmaps: readonly RedactionRoadmap[];
}

/** A roadmap or a section, with the place it stands in; null: a roadmap stands in none. */
export interface RedactionPlace extends Pick<RedactionSection, "key" | "number" | "title" | "sections" | "measures"> {
  readonly kind: "roadmap" | "section";
  readonly above: string | null;
}

/** All roadmaps and sections of a document, in its order. */
export function placesOf({ roadmaps }: Pick<RedactionDocument, "roadmaps">): RedactionPlace[] {
  const sectionOf = (section: RedactionSection, above: string): RedactionPlace[] => [
    { ...section, kind: "section", above },
    ...section.sections.flatMap((inner) => sectionOf(inner, section.key)),
  ];
  return roadmaps.flatMap((roadmap) => [
    { ...roadmap, number: "", kind: "roadmap" as const, above: null },
    ...roadmap.sections.flatMap((section) => sectionOf(section, roadmap.key)),
  ]);
}

/** A measure with where it stands: the place it is in directly, and all places from the roadmap down to it. */
export interface PlacedMeasure {
  readonly measure: RedactionMeasure;
  readonly placeKey: string;
  readonly path: readonly { readonly key: string; readonly number: string; readonly title: string }[];
}

/** All measures of a document, in its order. */
export function placedMeasures({ roadmaps }: Pick<RedactionDocument, "roadmaps">): PlacedMeasure[] {
  type Place = Pick<RedactionSection, "key" | "number" | "title" | "sections" | "measures">;
  const inPlace = (place: Place, above: PlacedMeasure["path"]): PlacedMeasure[] => {
    const path = [...above, { key: place.key, number: place.number, title: place.title }];
    return [
      ...place.measures.map((measure) => ({ measure, placeKey: place.key, path })),
      ...place.sections.flatMap((section) => inPlace(section, path)),
    ];
  };
  return roadmaps.flatMap((roadmap) => inPlace({ ...roadmap, number: "" }, []));
}
