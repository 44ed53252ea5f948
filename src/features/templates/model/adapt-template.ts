import { matchKey } from "#domain/russian/match-key.ts";
import type { Phase } from "#domain/phrases/term.ts";
import { addDays, addYears, type LocalDate } from "#shared/local-date.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { programmeYears } from "#features/programmes/model/programme-form.ts";
import type { MeasureDraft, RoadmapDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import { fitYears } from "./fit-years.ts";
import { firstYear, shiftYears } from "./shift-years.ts";
import type { TemplateBody } from "./template.ts";

/** What a person says about the programme to be made of a template. */
export interface Adaptation {
  /** first year of the programme; a school year is named by its September */
  readonly firstYear: number;
  /** how many years it lasts */
  readonly years: number;
  /** whom each name means; a name without an entry owes nothing */
  readonly parties: readonly { readonly name: string; readonly audience: Audience | null }[];
  /** measures not taken, by their place in the template */
  readonly leftOut: readonly number[];
}

export interface Adapted {
  readonly programme: Omit<TemplateBody, "roadmaps">;
  readonly roadmaps: readonly RoadmapDraft[];
}

/** The programme that a template becomes: its roadmaps in the years asked for, numbered again where rows were left out. */
export function adaptTemplate(template: TemplateBody, adaptation: Adaptation): Adapted {
  const body = shiftYears(template, adaptation.firstYear - firstYear(template));
  const endsOn = endAfter(body.startsOn, adaptation.years);
  const years = programmeYears({ startsOn: body.startsOn, endsOn, yearKind: body.yearKind });
  const audiences = new Map(adaptation.parties.map(({ name, audience }) => [matchKey(name), audience]));
  const leftOut = new Set(adaptation.leftOut);
  const isWhole = leftOut.size === 0;
  let at = 0;
  const measures = (all: readonly MeasureDraft[], over: string): MeasureDraft[] => {
    const kept = all.filter(() => !leftOut.has(at++));
    return kept.map((one, n) => ({
      ...one,
      number: isWhole ? one.number : one.number && `${over}${n + 1}`,
      parties: one.parties.map((party) => ({ ...party, audience: audiences.get(matchKey(party.name)) ?? null })),
      plannedValues: one.plannedValues.map((value) => fitYears(value, years)),
    }));
  };
  const sections = (all: readonly SectionDraft[], over: string): SectionDraft[] => {
    const numbered: SectionDraft[] = [];
    for (const one of all) {
      const number = isWhole ? one.number : one.number && `${over}${numbered.length + 1}`;
      const under = number ? `${number}.` : over;
      const made = { ...one, number, measures: measures(one.measures, under), sections: sections(one.sections, under) };
      if (made.measures.length > 0 || made.sections.length > 0) numbered.push(made);
    }
    return numbered;
  };
  const roadmaps = body.roadmaps
    .map((one) => ({
      ...one,
      importId: null,
      measures: measures(one.measures, ""),
      sections: sections(one.sections, ""),
    }))
    .filter((one) => one.measures.length > 0 || one.sections.length > 0);
  const { startsOn, yearKind, accountMoments, goal, tasks, passport } = body;
  return { programme: { startsOn, endsOn, yearKind, accountMoments, goal, tasks, passport }, roadmaps };
}

/** The last day of a period of whole years. */
export function endAfter(startsOn: LocalDate, years: number): LocalDate {
  return addDays(addYears(startsOn, years), -1);
}

/** Whether every day that a term names lies outside the period: such a row would never be due. */
export function isNeverDue(phases: readonly Phase[], startsOn: LocalDate, endsOn: LocalDate): boolean {
  const windows = phases.flatMap((phase) => phase.windows);
  return (
    windows.length > 0 &&
    phases.every((phase) => phase.windows.length > 0) &&
    windows.every(({ from, to }) => {
      const first = from ?? to;
      const last = to ?? from;
      if (first === null || last === null || first.length !== 10 || last.length !== 10) return false;
      return last < startsOn || first > endsOn;
    })
  );
}
