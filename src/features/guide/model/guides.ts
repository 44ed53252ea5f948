import type { Role } from "#shared/actor.ts";

/** Guides of the product, one for those who do the same work; the names are those of files in `docs/guide/roles`. */
export const GUIDES = [
  "school-head",
  "deputy",
  "teacher",
  "curator",
  "methodologist",
  "officer",
  "authority-head",
  "administrator",
  "region",
] as const;
export type GuideName = (typeof GUIDES)[number];

/** As lists of guides name them: the title of each file. */
export const GUIDE_TITLE: Readonly<Record<GuideName, string>> = {
  "school-head": "Директору школы",
  deputy: "Заместителю директора",
  teacher: "Педагогу, которому поручили отчёт",
  curator: "Куратору школ",
  methodologist: "Методисту",
  officer: "Специалисту, который ведёт программу",
  "authority-head": "Начальнику управления образования",
  administrator: "Администратору муниципалитета",
  region: "Специалисту региона",
};

/** Which guide tells a role what it does here. */
export const GUIDE_OF: Readonly<Record<Role, GuideName>> = {
  administrator: "administrator",
  region_specialist: "region",
  region_expert: "region",
  officer: "officer",
  methodologist: "methodologist",
  authority_head: "authority-head",
  school_head: "school-head",
  deputy: "deputy",
  curator: "curator",
  network_administrator: "deputy",
  community_head: "teacher",
  teacher: "teacher",
  // sees what the head of the authority sees
  reader: "authority-head",
};

export function isGuideName(name: string | undefined): name is GuideName {
  return (GUIDES as readonly (string | undefined)[]).includes(name);
}

/** Sections that pages lead to, by the anchor of the section, and the guides that have it. */
const TOLD: Readonly<Record<string, readonly GuideName[]>> = {
  report: ["school-head", "deputy", "teacher", "methodologist"],
  correct: ["school-head", "deputy", "teacher"],
  "hand-over": ["school-head"],
  import: ["officer"],
  review: ["officer"],
  reminders: ["officer", "administrator"],
  summary: ["officer", "authority-head"],
  backups: ["administrator"],
  cadence: ["officer", "methodologist"],
};

/** Sections that pages of the product may name. */
export const TOLD_SECTIONS: readonly string[] = Object.keys(TOLD);

/** Whether the guide of this role has the section: only then a page leads there. */
export function isToldTo(role: Role, section: string): boolean {
  return TOLD[section]?.includes(GUIDE_OF[role]) ?? false;
}
