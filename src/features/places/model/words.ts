import type { Role } from "#shared/actor.ts";

export const ORGANISATION_KINDS = [
  "school",
  "kindergarten",
  "additional_education",
  "methodological_centre",
  "authority",
  "culture",
  "sport",
  "enterprise",
  "university",
  "regional_institute",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_KIND_NAME: Readonly<Record<OrganisationKind, string>> = {
  school: "школа",
  kindergarten: "детский сад",
  additional_education: "дополнительное образование",
  methodological_centre: "методический центр",
  authority: "управление образования",
  culture: "учреждение культуры",
  sport: "учреждение спорта",
  enterprise: "предприятие",
  university: "вуз или колледж",
  regional_institute: "региональный институт",
};

export const DESIGNATIONS = [
  "low_results",
  "adverse_conditions",
  "lead_school",
  "resource_school",
  "internship_site",
] as const;
export type DesignationKind = (typeof DESIGNATIONS)[number];

export const DESIGNATION_NAME: Readonly<Record<DesignationKind, { short: string; full: string }>> = {
  low_results: { short: "ШНОР", full: "школа с низкими образовательными результатами" },
  adverse_conditions: { short: "ШНСУ", full: "школа в неблагоприятных социальных условиях" },
  lead_school: { short: "ШЛ", full: "школа-лидер" },
  resource_school: { short: "ресурсная школа", full: "ресурсная школа" },
  internship_site: { short: "стажировочная площадка", full: "стажировочная площадка" },
};

export const ROLE_NAME: Readonly<Record<Role, string>> = {
  administrator: "администратор",
  region_specialist: "специалист региона",
  region_expert: "эксперт регионального института",
  officer: "специалист управления образования",
  methodologist: "методист",
  authority_head: "начальник управления образования",
  school_head: "директор",
  deputy: "заместитель директора",
  curator: "куратор школ",
  network_administrator: "сетевой администратор",
  community_head: "руководитель объединения",
  teacher: "учитель",
  reader: "наблюдатель",
};

/** Roles held at a territory; the others are held at an organisation (a methodologist may be at either). */
export const TERRITORY_ROLES: readonly Role[] = [
  "administrator",
  "region_specialist",
  "region_expert",
  "officer",
  "methodologist",
  "authority_head",
  "reader",
];
