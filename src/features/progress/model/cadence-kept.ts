import type { FormulaEdition } from "#domain/formulas/edition.ts";
import { plural } from "#domain/russian/plural.ts";
import { amountOf, owedOf, type Outcome, type OutcomeCounts } from "./outcome.ts";

export const CADENCE_KEPT: FormulaEdition = {
  id: "cadence-kept/1",
  title: "Соблюдение периодичности",
  rule: "Период соблюдён, когда приняты отчёты всех, кто за него отчитывается, хотя бы и с опозданием. Идущий период, перенесённый, тот, что никого не касается, и тот, по которому проверяющий ещё не решил, не считаются.",
  source: "периодичность мероприятий в дорожной карте: «не реже 1 раза в месяц», «1 раз в четверть»",
  effectiveFrom: null,
};

/** What the periods of a cadence are. */
export const CADENCE_UNITS = [
  "day",
  "week",
  "month",
  "quarter",
  "halfYear",
  "year",
  "schoolTerm",
  "schoolYear",
  "other",
] as const;
export type CadenceUnit = (typeof CADENCE_UNITS)[number];

const NAMES: readonly (readonly [CadenceUnit, RegExp])[] = [
  ["day", /^\d{4}-\d{2}-\d{2}$/],
  ["week", /^\d{4}-W\d{2}$/],
  ["month", /^\d{4}-\d{2}$/],
  ["quarter", /^\d{4}-Q\d$/],
  ["halfYear", /^\d{4}[-/]H\d$/],
  ["schoolTerm", /^\d{4}\/T\d$/],
  ["schoolYear", /^\d{4}\/SY$/],
  ["year", /^\d{4}$/],
];

/** What all these occurrences are, by their stable names; `other` where they differ or name no unit. */
export function unitOf(keys: readonly string[]): CadenceUnit {
  return NAMES.find(([, shape]) => keys.length > 0 && keys.every((key) => shape.test(key)))?.[0] ?? "other";
}

/** One period of a measure, with what came of it at its bearers. */
export interface KeptSlot {
  readonly counts: OutcomeCounts;
}

/** How one period stands: kept, missed, sent and not accepted yet, or open. */
export type SlotStanding = "kept" | "missed" | "waiting" | "open";

/** Late at anyone is missed; kept is what all have done; what is open at anyone, or is nobody's, is open. */
export function slotStanding({ counts }: KeptSlot): SlotStanding {
  if (counts.late > 0) return "missed";
  const isOpen = counts.running + counts.upcoming + counts.moved + counts.paused > 0;
  if (isOpen || owedOf(counts) === 0) return "open";
  return amountOf(counts, "done") === owedOf(counts) ? "kept" : "waiting";
}

/**
 * What a period shows of all its bearers: first what calls, then what is under way, then how it was done. What has begun and is not due
 * is «впереди», as on the page of its measure.
 */
const PRIORITY: readonly Outcome[] = [
  "late",
  "returned",
  "submitted",
  "moved",
  "upcoming",
  "paused",
  "doneLate",
  "inTime",
  "early",
  "notApplicable",
];

export function slotOutcome(counts: OutcomeCounts): Outcome {
  const told = asTold(counts);
  return PRIORITY.find((outcome) => told[outcome] > 0) ?? "notApplicable";
}

/** Counts in which what has begun and is not due stands with what is ahead. */
export function asTold(counts: OutcomeCounts): OutcomeCounts {
  return { ...counts, running: 0, upcoming: counts.running + counts.upcoming };
}

/** How often a cadence was kept. */
export interface Kept {
  readonly kept: number;
  /** of how many periods that can be judged: kept or missed */
  readonly judged: number;
  readonly missed: number;
  /** periods that hold it at anyone, those that still last or are missed at another among them */
  readonly submitted: number;
  readonly returned: number;
}

export function keptOf(slots: readonly KeptSlot[]): Kept {
  const standings = slots.map(slotStanding);
  const count = (wanted: SlotStanding) => standings.filter((standing) => standing === wanted).length;
  const [kept, missed] = [count("kept"), count("missed")];
  const holding = (wanted: Outcome) => slots.filter(({ counts }) => counts[wanted] > 0).length;
  return { kept, missed, submitted: holding("submitted"), returned: holding("returned"), judged: kept + missed };
}

/** After «из 9». */
const UNIT_FORMS: Readonly<Record<CadenceUnit, readonly [string, string]>> = {
  day: ["дня", "дней"],
  week: ["недели", "недель"],
  month: ["месяца", "месяцев"],
  quarter: ["квартала", "кварталов"],
  halfYear: ["полугодия", "полугодий"],
  year: ["года", "лет"],
  schoolTerm: ["четверти", "четвертей"],
  schoolYear: ["учебного года", "учебных лет"],
  other: ["срока", "сроков"],
};

/** «7 из 9 месяцев»; «судить рано» where no period is over. */
export function keptInWords({ kept, judged }: Kept, unit: CadenceUnit): string {
  if (judged === 0) return "судить рано";
  const [one, many] = UNIT_FORMS[unit];
  return `${kept} из ${judged}\u00A0${plural(judged, [one, many, many])}`;
}
