import type { Audience } from "#features/places/model/audience.ts";

/** Names that every municipality understands alike. */
export const COMMON: Readonly<Record<string, Audience>> = {
  УО: { kind: "organisationKind", kinds: ["authority"] },
  МЦ: { kind: "organisationKind", kinds: ["methodological_centre"] },
  ОО: { kind: "organisationKind", kinds: ["school"] },
  ШНОР: { kind: "designation", designations: ["low_results"] },
  ШНСУ: { kind: "designation", designations: ["adverse_conditions"] },
  "школы-лидеры": { kind: "designation", designations: ["lead_school"] },
  "ресурсные школы": { kind: "designation", designations: ["resource_school"] },
  "стажировочные площадки": { kind: "designation", designations: ["internship_site"] },
  "региональный институт": { kind: "organisationKind", kinds: ["regional_institute"] },
};

/** The names among the common ones that a template uses. */
export function common(...names: readonly (keyof typeof COMMON)[]): Readonly<Record<string, Audience>> {
  return Object.fromEntries(names.map((name) => [name, COMMON[name]!]));
}
