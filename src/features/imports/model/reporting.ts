import { matchKey } from "#domain/russian/match-key.ts";
import { bearerKey } from "#features/obligations/model/bearers.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { PartyDraft, PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { District } from "./district.ts";
import { placeOf } from "./places.ts";
import type { Question, Questions } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";

/**
 * Whether each bearer answers or the first named answers once. Asked where several would answer: a plan that counts at least as many
 * results as there are bearers proposes «each». Rows with the same parties and the same proposal share one question.
 */
export function reportingOf(
  row: SourceRow,
  parties: readonly PartyDraft[],
  planned: readonly PlannedValueDraft[],
  district: District,
  questions: Questions,
): "each" | "first" {
  const isOutside = (audience: Audience) =>
    audience.kind === "outside" || (district.registry.within !== undefined && district.bearers(audience).length === 0);
  const owing = parties.filter(
    ({ part, audience }) => part !== "participant" && audience !== null && !isOutside(audience),
  );
  // asked once it is known who they are: the counts below hang on it
  const isAsked = parties.some(({ part, audience }) => part !== "participant" && audience === null);
  if (isAsked || owing.length < 2) return "each";
  const audiences = owing.map(({ audience }) => audience as Audience);
  const first = district.bearers(audiences[0]!).length;
  const all = new Set(audiences.flatMap((audience) => district.bearers(audience).map(bearerKey))).size;
  if (all <= first) return "each";
  const yearly = Math.max(
    0,
    ...planned.flatMap(({ years, totalValue, unit }) =>
      unit === "count" ? [totalValue ?? 0, ...years.map(({ value }) => value ?? 0)] : [],
    ),
  );
  const proposed = yearly >= all - 1 && yearly > 1 ? "each" : "first";
  const names = owing.map(({ name }) => name);
  const question: Question = {
    id: `reporting:${matchKey(names.join(", "))}:${proposed}`,
    topic: "reporting",
    question: "Кто сдаёт отчёт?",
    quote: names.join(", "),
    choices: [
      {
        key: "each",
        label: "Каждый из названных",
        hint: `отчётов к сроку: ${all}`,
        meaning: { kind: "reporting", reporting: "each" },
      },
      {
        key: "first",
        label: `Только первый: ${names[0]!}`,
        hint: first === 1 ? "один отчёт, остальные видят" : `отчётов к сроку: ${first}`,
        meaning: { kind: "reporting", reporting: "first" },
      },
    ],
    suggested: proposed,
    own: null,
  };
  const decided = questions.ask(question, placeOf(row.measure, row.level || "responsible"));
  return decided?.meaning?.kind === "reporting" ? decided.meaning.reporting : proposed;
}
