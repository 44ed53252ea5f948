import { matchKey } from "#domain/russian/match-key.ts";
import { bearerKey } from "#features/obligations/model/bearers.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";
import type { PartyDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { District } from "./district.ts";
import { understoodPlanValue } from "./phrases.ts";
import { placeOf } from "./places.ts";
import type { Choice, Question, Questions, ReportingAnswer } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";
import { yearOf } from "./year-of.ts";

/** Who reports, in the two words a measure has for it, and its parties with what the answer makes of them. */
export interface Reporting {
  readonly reporting: "each" | "first";
  readonly parties: PartyDraft[];
}

/**
 * Whether each bearer answers, the first named, or of all named only the organisations. Asked where several would answer, once for all
 * rows that name the same; the first of these rows proposes: «each» where schools are among them and its plan counts at least as many
 * results as there are bearers.
 */
export function reportingOf(
  row: SourceRow,
  parties: PartyDraft[],
  district: District,
  questions: Questions,
): Reporting {
  const report = row.measure.control === undefined ? askedReporting : controlledReporting;
  return report(row, parties, district, questions);
}

/** Who controls an order sees the reports and writes none: those it speaks to report. */
function controlledReporting(
  row: SourceRow,
  parties: PartyDraft[],
  district: District,
  questions: Questions,
): Reporting {
  const controllers = parties.filter(({ part, name }) => part === "accountable" && name === row.measure.control);
  const others = parties.filter((party) => !controllers.includes(party));
  const asked = askedReporting(row, others, district, questions);
  const several = others.filter(({ part }) => part !== "participant").length > 1 && asked.reporting === "each";
  const shown = several ? controllers.map((party) => ({ ...party, part: "participant" as const })) : controllers;
  return { reporting: several ? "each" : "first", parties: [...asked.parties, ...shown] };
}

function askedReporting(row: SourceRow, parties: PartyDraft[], district: District, questions: Questions): Reporting {
  const isOutside = (audience: Audience) =>
    audience.kind === "outside" || (district.registry.within !== undefined && district.bearers(audience).length === 0);
  const owing = parties.filter(
    ({ part, audience }) => part !== "participant" && audience !== null && !isOutside(audience),
  );
  // asked once it is known who they are: the counts below hang on it
  const isAsked = parties.some(({ part, audience }) => part !== "participant" && audience === null);
  if (isAsked || owing.length < 2) return { reporting: "each", parties };
  const audiences = owing.map(({ audience }) => audience as Audience);
  const first = district.bearers(audiences[0]!).length;
  const all = new Set(audiences.flatMap((audience) => district.bearers(audience).map(bearerKey))).size;
  if (all <= first) return { reporting: "each", parties };
  const group = groupOf(owing);
  const question = reportingQuestion(row, parties, owing, { first, all }, group, district);
  const decided = questions.ask(question, placeOf(row.measure, row.level || "responsible"));
  const answer = decided?.meaning?.kind === "reporting" ? decided.meaning.reporting : "each";
  if (answer === "organisations" && group) return { reporting: "first", parties: borneBy(group, parties) };
  return { reporting: answer === "first" ? "first" : "each", parties };
}

/**
 * The question is of all the names printed, those outside the district too, and its proposal of the printed plan: rows that share it are
 * the same whatever is answered elsewhere, so neither its place nor its proposal moves.
 */
function reportingQuestion(
  row: SourceRow,
  parties: readonly PartyDraft[],
  owing: readonly PartyDraft[],
  { first, all }: { readonly first: number; readonly all: number },
  group: PartyDraft | undefined,
  district: District,
): Question {
  const names = owing.map(({ name }) => name);
  const choice = (key: ReportingAnswer, label: string, hint: string): Choice => ({
    key,
    label,
    hint,
    meaning: { kind: "reporting", reporting: key },
  });
  const named = parties.filter(({ part }) => part !== "participant").map(({ name }) => name);
  const yearly = yearlyResults(row);
  return {
    id: `reporting:${matchKey(named.join(", "))}`,
    topic: "reporting",
    question: "Кто сдаёт отчёт?",
    quote: names.join(", "),
    choices: [
      choice("each", "Каждый из названных", `отчётов к сроку: ${all}`),
      choice(
        "first",
        `Только первый: ${names[0]!}`,
        first === 1 ? "один отчёт, остальные видят" : `отчётов к сроку: ${first}`,
      ),
      ...(group && group !== owing[0]
        ? [
            choice(
              "organisations",
              `Только организации: ${group.name}`,
              `отчётов к сроку: ${district.bearers(group.audience!).length}`,
            ),
          ]
        : []),
    ],
    suggested: group && yearly >= all - 1 && yearly > 1 ? "each" : "first",
    own: null,
  };
}

/** The most results that the printed plan counts in a year, in total where it names no years. */
function yearlyResults({ measure: { plan = {} } }: SourceRow): number {
  const years = Object.entries(plan).flatMap(([label, text]) => (yearOf(label) === undefined ? [] : [text]));
  const counts = (years.length > 0 ? years : [plan["total"] ?? ""])
    .flatMap((text) => understoodPlanValue(text).parts)
    .flatMap(({ unit, value }) => (unit === "percent" ? [] : [value]));
  return Math.max(0, ...counts);
}

/** Those who direct the work, not those who are told to do it. */
const DIRECTING: readonly OrganisationKind[] = ["authority", "methodological_centre", "regional_institute"];

/** The one group of organisations among those named, «ОО» beside «УО»; undefined where there is none or more than one. */
function groupOf(owing: readonly PartyDraft[]): PartyDraft | undefined {
  const groups = owing.filter(
    ({ audience }) =>
      audience?.kind === "designation" ||
      (audience?.kind === "organisationKind" && !audience.kinds.some((kind) => DIRECTING.includes(kind))),
  );
  return groups.length === 1 ? groups[0] : undefined;
}

/** The group does the work and reports; the others answer for it: of a measure that the first reports, that is the assignee. */
function borneBy(group: PartyDraft, parties: readonly PartyDraft[]): PartyDraft[] {
  return parties.map((party) => {
    if (party === group) return { ...party, part: "assignee" };
    return party.part === "assignee" ? { ...party, part: "accountable" } : party;
  });
}
