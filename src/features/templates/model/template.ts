import type { LocalDate } from "#shared/local-date.ts";
import type { AccountMoments } from "#features/programmes/model/cadence.ts";
import type { PassportSection } from "#features/programmes/model/programme-form.ts";
import type { MeasureDraft, RoadmapDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { YearKind } from "#features/programmes/model/words.ts";

/**
 * What a template holds: a programme with its roadmaps as it once stood in years of its own. To adapt it is to carry it to other years,
 * to other organisations, and to leave out what is not wanted; nothing in it names a school or a person.
 */
export interface TemplateBody {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly yearKind: YearKind;
  readonly accountMoments: AccountMoments;
  readonly goal: string;
  readonly tasks: readonly string[];
  readonly passport: readonly PassportSection[];
  readonly roadmaps: readonly RoadmapDraft[];
}

/**
 * A measure of a template with the key by which it is ticked: its words, after how many rows have said the same so far. Its place would
 * not do: a row added to the library would move the ticks of a draft to other rows.
 */
export interface TemplateMeasure {
  readonly key: string;
  readonly measure: MeasureDraft;
}

/** Every measure of a template, in order: those of a roadmap outside its sections first, then section by section, deep ones after their own. */
export function measuresOfTemplate({ roadmaps }: Pick<TemplateBody, "roadmaps">): readonly TemplateMeasure[] {
  const found: MeasureDraft[] = [];
  const walk = (section: SectionDraft): void => {
    found.push(...section.measures);
    section.sections.forEach(walk);
  };
  for (const roadmap of roadmaps) {
    found.push(...roadmap.measures);
    roadmap.sections.forEach(walk);
  }
  const said = new Map<string, number>();
  return found.map((measure) => {
    const times = (said.get(measure.title) ?? 0) + 1;
    said.set(measure.title, times);
    return { key: `${times} ${measure.title}`, measure };
  });
}
