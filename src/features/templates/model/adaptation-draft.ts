import { matchKey } from "#domain/russian/match-key.ts";
import type { Id } from "#shared/ids.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { TemplateMeasure, TemplatePage, UseTemplate } from "./contract.ts";
import { wordsIn } from "./shift-words.ts";

/** What a person has said so far about the programme to be made; what they have not touched stays as the template proposes it. */
export interface AdaptationDraft {
  readonly ownerOrganisationId: Id | null;
  /** null: as the template is called */
  readonly title: string | null;
  readonly shortTitle: string;
  readonly firstYear: number;
  readonly years: number;
  /** by the name as the template lists it; null: nobody yet */
  readonly audiences: Readonly<Record<string, Audience | null>>;
  /** by the key of a measure: taken or not, said by hand */
  readonly ticked: Readonly<Record<string, boolean>>;
}

export function proposedDraft(page: TemplatePage): AdaptationDraft {
  return {
    ownerOrganisationId: page.owners[0]?.id ?? null,
    title: null,
    shortTitle: "",
    firstYear: page.firstYear,
    years: page.years,
    audiences: {},
    ticked: {},
  };
}

/** The title of the programme to be: the template's, with its years carried along, until another is typed. */
export function titleOf(page: TemplatePage, { title, firstYear, years }: AdaptationDraft): string {
  return title ?? wordsIn(page, firstYear, years)(page.title);
}

/** Whether a measure has a day in a programme of so many years. */
export function isEverDue({ yearsNeeded }: TemplateMeasure, years: number): boolean {
  return yearsNeeded !== null && yearsNeeded <= years;
}

/** Measures are taken unless they would never be due; what was said by hand rules. */
export function isTaken(measure: TemplateMeasure, draft: AdaptationDraft): boolean {
  return draft.ticked[measure.key] ?? isEverDue(measure, draft.years);
}

export type AudienceChoice = TemplatePage["choices"][number];
export type Bearers = AudienceChoice["bearers"][number];
const NOBODY: Bearers = { count: 0, named: [] };

/** One of the choices by its audience. */
export function choiceOf({ choices }: TemplatePage, audience: Audience): AudienceChoice | undefined {
  const key = JSON.stringify(audience);
  return choices.find((choice) => JSON.stringify(choice.audience) === key);
}

/** Whom a name of the list means in the draft; null where nobody has said it. */
export function audienceOf({ audiences }: AdaptationDraft, party: TemplatePage["parties"][number]): Audience | null {
  const said = audiences[party.name];
  return said === undefined ? party.audience : said;
}

/** Who bears a choice today in a programme of the draft's owner. */
export function bearersIn(page: TemplatePage, draft: AdaptationDraft, choice: AudienceChoice): Bearers {
  const owner = page.owners.findIndex(({ id }) => id === draft.ownerOrganisationId);
  return choice.bearers[Math.max(owner, 0)] ?? NOBODY;
}

export function allMeasures({ roadmaps }: Pick<TemplatePage, "roadmaps">): readonly TemplateMeasure[] {
  return roadmaps.flatMap(({ sections }) => sections.flatMap(({ measures }) => measures));
}

export interface Outcome {
  readonly taken: readonly TemplateMeasure[];
  readonly leftOut: readonly TemplateMeasure[];
  /** sections with a title that keep a measure */
  readonly sections: number;
  /** whom the taken measures ask to report, each choice once, the most often asked first */
  readonly reporters: readonly { readonly choice: AudienceChoice; readonly bearers: number }[];
  /** taken measures that nobody would report: whom they ask is not said or is not there today */
  readonly unreported: readonly TemplateMeasure[];
}

/** What would be made of the template as the draft stands. */
export function outcomeOf(page: TemplatePage, draft: AdaptationDraft): Outcome {
  const all = allMeasures(page);
  const taken = all.filter((one) => isTaken(one, draft));
  const parties = new Map(page.parties.map((party) => [matchKey(party.name), party]));
  const choicesOf = (measure: TemplateMeasure): AudienceChoice[] =>
    measure.reporters.flatMap((name) => {
      const party = parties.get(matchKey(name));
      const audience = party ? audienceOf(draft, party) : null;
      return audience && audience.kind !== "outside" ? (choiceOf(page, audience) ?? []) : [];
    });
  const asked = new Map<AudienceChoice, number>();
  for (const choice of taken.flatMap(choicesOf)) asked.set(choice, (asked.get(choice) ?? 0) + 1);
  const reporters = [...asked]
    .sort(([, one], [, other]) => other - one)
    .map(([choice]) => ({ choice, bearers: bearersIn(page, draft, choice).count }));
  return {
    taken,
    leftOut: all.filter((one) => !isTaken(one, draft)),
    sections: page.roadmaps
      .flatMap(({ sections }) => sections)
      .filter(({ title, measures }) => title !== "" && measures.some((one) => isTaken(one, draft))).length,
    reporters,
    unreported: taken.filter((one) => !choicesOf(one).some((choice) => bearersIn(page, draft, choice).count > 0)),
  };
}

/** The draft as the interface takes it. */
export function requestOf(page: TemplatePage, draft: AdaptationDraft): UseTemplate {
  const { ownerOrganisationId, shortTitle, firstYear, years } = draft;
  return {
    ownerOrganisationId,
    title: titleOf(page, draft),
    shortTitle,
    firstYear,
    years,
    parties: page.parties.map((party) => ({ name: party.name, audience: audienceOf(draft, party) })),
    taken: outcomeOf(page, draft).taken.map(({ key }) => key),
  };
}
