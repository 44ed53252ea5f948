import { matchKey } from "#domain/russian/match-key.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { programmeYears } from "#features/programmes/model/programme-years.ts";
import type { MeasureDraft, RoadmapDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import { fitYears } from "./fit-years.ts";
import { renumberer, type Renumbered } from "./renumber.ts";
import { shiftYears } from "./shift-years.ts";
import { measuresOfTemplate, type TemplateBody } from "./template.ts";

/** What a person says about the programme to be made of a template. */
export interface Adaptation {
  /** first year of the programme; a school year is named by its September */
  readonly firstYear: number;
  /** how many years it lasts */
  readonly years: number;
  /** whom each name means; a name without an entry owes nothing */
  readonly parties: readonly { readonly name: string; readonly audience: Audience | null }[];
  /** keys of the measures taken */
  readonly taken: readonly string[];
}

export interface Adapted {
  readonly programme: Omit<TemplateBody, "roadmaps">;
  readonly roadmaps: readonly RoadmapDraft[];
}

/** The programme that a template becomes: its roadmaps in the years asked for, numbered again where rows were left out. */
export function adaptTemplate(template: TemplateBody, adaptation: Adaptation): Adapted {
  const { roadmaps: all, ...programme } = shiftYears(template, adaptation.firstYear, adaptation.years);
  const years = programmeYears(programme);
  const audiences = new Map(adaptation.parties.map(({ name, audience }) => [matchKey(name), audience]));
  const taken = new Set(adaptation.taken);
  // its words in other years are no key: the place in the document joins the two
  const isTaken = measuresOfTemplate(template).map(({ key }) => taken.has(key));
  const kept = new Set(
    measuresOfTemplate({ roadmaps: all }).flatMap(({ measure }, at) => (isTaken[at] ? [measure] : [])),
  );
  const isKept = ({ measures: own, sections: inner }: Pick<SectionDraft, "measures" | "sections">): boolean =>
    own.some((one) => kept.has(one)) || inner.some(isKept);
  const [numberOfSection, numberOfMeasure] = [renumberer(), renumberer()];
  const measures = (own: readonly MeasureDraft[], over?: Renumbered): MeasureDraft[] =>
    own.flatMap((one) => {
      const number = numberOfMeasure(one.number, kept.has(one), over);
      if (!kept.has(one)) return [];
      const parties = one.parties.map((party) => ({ ...party, audience: audiences.get(matchKey(party.name)) ?? null }));
      const plannedValues = one.plannedValues.map((value) => fitYears(value, years));
      return [{ ...one, number, parties, plannedValues }];
    });
  const sections = (own: readonly SectionDraft[], over?: Renumbered): SectionDraft[] =>
    own.flatMap((one) => {
      const number = numberOfSection(one.number, isKept(one), over);
      const under = { from: one.number.replace(/\.$/, ""), to: number.replace(/\.$/, "") };
      const made = { ...one, number, measures: measures(one.measures, under), sections: sections(one.sections, under) };
      return isKept(one) ? [made] : [];
    });
  const roadmaps = all.flatMap((one) => {
    const made = { ...one, importId: null, measures: measures(one.measures), sections: sections(one.sections) };
    return isKept(one) ? [made] : [];
  });
  return { programme, roadmaps };
}
