import { matchKey } from "#domain/russian/match-key.ts";
import type { Audience } from "./audience.ts";
import type { CodeMeaning } from "./registry.ts";

/** Codes that roadmaps use in one sense everywhere; a district may give any of them another meaning in its dictionary. */
const USUAL: readonly (readonly [string, Audience])[] = [
  ["ОО", { kind: "organisationKind", kinds: ["school"] }],
  ["ОУ", { kind: "organisationKind", kinds: ["school"] }],
  ["ДОУ", { kind: "organisationKind", kinds: ["kindergarten"] }],
  ["ДОО", { kind: "organisationKind", kinds: ["kindergarten"] }],
  ["УДО", { kind: "organisationKind", kinds: ["additional_education"] }],
  ["УО", { kind: "organisationKind", kinds: ["authority"] }],
  ["МОУО", { kind: "organisationKind", kinds: ["authority"] }],
  ["МЦ", { kind: "organisationKind", kinds: ["methodological_centre"] }],
  ["ММЦ", { kind: "organisationKind", kinds: ["methodological_centre"] }],
  ["ЦРО", { kind: "organisationKind", kinds: ["methodological_centre"] }],
  ["УК", { kind: "organisationKind", kinds: ["culture"] }],
  ["УС", { kind: "organisationKind", kinds: ["sport"] }],
  ["ШНОР", { kind: "designation", designations: ["low_results"] }],
  ["ШНСУ", { kind: "designation", designations: ["adverse_conditions"] }],
  ["ШЛ", { kind: "designation", designations: ["lead_school"] }],
  ["ИРО", { kind: "outside" }],
];

export const USUAL_CODES: readonly CodeMeaning[] = USUAL.map(([code, audience]) => ({
  code,
  matchKey: matchKey(code),
  audience,
  own: false,
}));

/** The district's own meanings over the usual ones, in the order of the alphabet. */
export function dictionaryFrom(own: readonly CodeMeaning[]): readonly CodeMeaning[] {
  const taken = new Set(own.map((meaning) => meaning.matchKey));
  const sorter = new Intl.Collator("ru");
  return [...own, ...USUAL_CODES.filter((meaning) => !taken.has(meaning.matchKey))].sort((one, other) =>
    sorter.compare(one.code, other.code),
  );
}
