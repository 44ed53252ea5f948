import type { Phase } from "#domain/phrases/term.ts";
import { expandTerm, type ExpandOptions } from "#domain/schedule/expand-term.ts";
import type { AccountMoments } from "#domain/schedule/moments.ts";
import type { Occurrence } from "#domain/schedule/occurrence.ts";
import type { SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import type { Span } from "#domain/schedule/span.ts";
import { yearWindows } from "#domain/schedule/year-windows.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { Registry } from "#features/places/model/registry.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { bearerKey, bearersOf, type Bearer } from "./bearers.ts";

/** Parts that owe a report, the strongest first; participants see the measure and owe nothing. */
export const OWING_PARTS = ["accountable", "assignee", "coAssignee"] as const;
export type OwingPart = (typeof OWING_PARTS)[number];

export interface PlannedParty {
  /** null: not settled yet («ДО»), so nobody is asked */
  readonly audience: Audience | null;
  readonly part: OwingPart | "participant";
}

export interface PlannedMeasure {
  readonly id: Id;
  readonly phases: readonly Phase[];
  readonly parties: readonly PlannedParty[];
  /** "each": every bearer answers; "first": only the bearers of the party named first for the strongest answer, the assignee's before others */
  readonly reporting: "each" | "first";
  /** the days of the programme */
  readonly periodScope: Span;
  /** null: the default, the end of each school term */
  readonly accountMoments: AccountMoments | null;
  /** years with planned values: windows of these years where the term names none */
  readonly plannedYears: readonly number[];
}

/** The programme's settings that are not the measure's own. */
export type PlanOptions = Omit<ExpandOptions, "accountMoments">;

export interface WantedObligation {
  readonly measureId: Id;
  readonly bearer: Bearer;
  readonly occurrenceKey: string;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly part: OwingPart;
  readonly required: number;
}

/** The occurrences of a measure: its term's, or where nothing of the term is understood those of its planned years. */
export function occurrencesOf(
  measure: PlannedMeasure,
  calendar: SchoolCalendar,
  options: PlanOptions = {},
): Occurrence[] {
  const named = measure.phases.some(({ kind }) => kind !== "unknown");
  const phases = named ? measure.phases : yearWindows(measure.plannedYears, options.yearKind);
  const { accountMoments } = measure;
  return expandTerm(phases, measure.periodScope, calendar, { ...options, ...(accountMoments && { accountMoments }) });
}

/**
 * Who owes what by when: one obligation for each bearer and occurrence, by due day and then in the order of the parties.
 * Kinds, designations and positions are read on the due day, whether it is past or to come: what ended before it frees, what begins by it
 * binds. A bearer named in two parts owes once, in the stronger one.
 */
export function planMeasure(
  measure: PlannedMeasure,
  registry: Registry,
  calendar: SchoolCalendar,
  options: PlanOptions = {},
): WantedObligation[] {
  return occurrencesOf(measure, calendar, options).flatMap((occurrence) =>
    owersOf(measure, registry, occurrence.dueOn).map(({ bearer, part }) => ({
      measureId: measure.id,
      bearer,
      occurrenceKey: occurrence.key,
      opensOn: occurrence.from,
      dueOn: occurrence.dueOn,
      part,
      required: occurrence.required,
    })),
  );
}

/** Parties that should answer and on the day mean nobody, by their place in the list: to be shown, never passed over in silence. */
export function partiesWithoutBearers(measure: PlannedMeasure, registry: Registry, on: LocalDate): number[] {
  return measure.parties.flatMap(({ audience, part }, at) => {
    if (part === "participant" || audience?.kind === "outside") return [];
    return audience && bearersOf(audience, registry, on).length ? [] : [at];
  });
}

interface Ower {
  readonly bearer: Bearer;
  readonly part: OwingPart;
}

function owersOf(measure: PlannedMeasure, registry: Registry, on: LocalDate): Ower[] {
  const owers = new Map<string, Ower>();
  for (const { audience, part } of answering(measure, registry, on)) {
    for (const bearer of bearersOf(audience, registry, on)) {
      const key = bearerKey(bearer);
      const known = owers.get(key);
      if (!known || OWING_PARTS.indexOf(part) < OWING_PARTS.indexOf(known.part)) owers.set(key, { bearer, part });
    }
  }
  return [...owers.values()];
}

interface Answering {
  readonly audience: Audience;
  readonly part: OwingPart;
}

function answering({ parties, reporting }: PlannedMeasure, registry: Registry, on: LocalDate): Answering[] {
  const owing = parties.flatMap(({ audience, part }) =>
    audience && part !== "participant" ? [{ audience, part }] : [],
  );
  if (reporting === "each") return owing;
  const borne = owing.filter(({ audience }) => bearersOf(audience, registry, on).length > 0);
  const first = (["assignee", "accountable", "coAssignee"] as const)
    .map((part) => borne.find((party) => party.part === part))
    .find((party) => party !== undefined);
  return first ? [first] : [];
}
