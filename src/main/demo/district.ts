import type { DesignationKind, OrganisationKind } from "#features/places/model/words.ts";

/** A fictional region with two municipalities; every name is invented. Keys are used by the other demo files. */
export interface DemoTerritory {
  readonly key: string;
  readonly kind: "region" | "municipality";
  readonly name: string;
  readonly shortName: string;
  readonly parent?: string;
}

export const TERRITORIES: readonly DemoTerritory[] = [
  { key: "region", kind: "region", name: "Заозёрская область", shortName: "Заозёрская область" },
  { key: "lake", kind: "municipality", name: "Приозёрский округ", shortName: "Приозёрский округ", parent: "region" },
  { key: "forest", kind: "municipality", name: "Лесогорский район", shortName: "Лесогорский район", parent: "region" },
];

export interface DemoOrganisation {
  readonly key: string;
  readonly territory: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  readonly phone: string;
  readonly designations?: readonly DesignationKind[];
}

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    key: "institute",
    territory: "region",
    kind: "regional_institute",
    name: "Заозёрский институт развития образования",
    shortName: "ЗИРО",
    phone: "8 900 000-00-10",
  },
  {
    key: "authority",
    territory: "lake",
    kind: "authority",
    name: "Управление образования Приозёрского округа",
    shortName: "Управление образования",
    phone: "8 900 000-01-01",
  },
  {
    key: "centre",
    territory: "lake",
    kind: "methodological_centre",
    name: "Муниципальный методический центр Приозёрского округа",
    shortName: "Методический центр",
    phone: "8 900 000-01-02",
  },
  {
    key: "school1",
    territory: "lake",
    kind: "school",
    name: "Средняя школа № 1 посёлка Приозёрный",
    shortName: "СОШ № 1 п. Приозёрный",
    phone: "8 900 000-01-11",
    designations: ["lead_school"],
  },
  {
    key: "gymnasium",
    territory: "lake",
    kind: "school",
    name: "Гимназия № 5 посёлка Приозёрный",
    shortName: "Гимназия № 5 п. Приозёрный",
    phone: "8 900 000-05-12",
    designations: ["lead_school", "resource_school"],
  },
  {
    key: "school3",
    territory: "lake",
    kind: "school",
    name: "Средняя школа № 3 посёлка Лесной",
    shortName: "СОШ № 3 п. Лесной",
    phone: "8 900 000-03-05",
    designations: ["low_results"],
  },
  {
    key: "school7",
    territory: "lake",
    kind: "school",
    name: "Средняя школа № 7 села Никольское",
    shortName: "СОШ № 7 с. Никольское",
    phone: "8 900 000-07-31",
    designations: ["low_results", "adverse_conditions"],
  },
  {
    key: "school9",
    territory: "lake",
    kind: "school",
    name: "Средняя школа № 9 села Покровка",
    shortName: "СОШ № 9 с. Покровка",
    phone: "8 900 000-09-20",
    designations: ["adverse_conditions"],
  },
  {
    key: "school10",
    territory: "lake",
    kind: "school",
    name: "Основная школа № 10 деревни Каменка",
    shortName: "ООШ № 10 д. Каменка",
    phone: "8 900 000-10-12",
    designations: ["low_results"],
  },
  {
    key: "nursery",
    territory: "lake",
    kind: "kindergarten",
    name: "Детский сад «Рябинка» посёлка Лесной",
    shortName: "Детский сад «Рябинка»",
    phone: "8 900 000-12-40",
  },
  {
    key: "crafts",
    territory: "lake",
    kind: "additional_education",
    name: "Дом творчества Приозёрского округа",
    shortName: "Дом творчества",
    phone: "8 900 000-13-08",
    designations: ["internship_site"],
  },
  {
    key: "forestAuthority",
    territory: "forest",
    kind: "authority",
    name: "Отдел образования Лесогорского района",
    shortName: "Отдел образования",
    phone: "8 900 000-21-01",
  },
  {
    key: "forestSchool1",
    territory: "forest",
    kind: "school",
    name: "Средняя школа № 1 города Лесогорска",
    shortName: "СОШ № 1 г. Лесогорск",
    phone: "8 900 000-21-15",
    designations: ["lead_school"],
  },
  {
    key: "forestSchool2",
    territory: "forest",
    kind: "school",
    name: "Основная школа села Боровое",
    shortName: "ООШ с. Боровое",
    phone: "8 900 000-22-04",
    designations: ["low_results"],
  },
];
