import type { Role } from "#shared/actor.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";

/** Groups of the sign-in page, in the order of the page. */
export const DEMO_GROUPS = ["Школа", "Управление образования", "Методический центр", "Регион"] as const;
export type DemoGroup = (typeof DEMO_GROUPS)[number];

/** The page stays one screen long. */
export const DEMO_PEOPLE_PER_ROLE = 2;

const PLACE: Readonly<Record<Role, { readonly group: DemoGroup; readonly errand: string }>> = {
  school_head: { group: "Школа", errand: "Увидеть, что и когда сдать" },
  deputy: { group: "Школа", errand: "Сдать отчёты" },
  curator: { group: "Школа", errand: "Следить за своими школами" },
  network_administrator: { group: "Школа", errand: "Отчитаться о партнёрстве" },
  community_head: { group: "Школа", errand: "Отчитаться за своё объединение" },
  teacher: { group: "Школа", errand: "Сделать порученное" },
  officer: { group: "Управление образования", errand: "Проверить отчёты" },
  authority_head: { group: "Управление образования", errand: "За минуту понять, где отстаём" },
  administrator: { group: "Управление образования", errand: "Завести организации и людей" },
  reader: { group: "Управление образования", errand: "Посмотреть, ничего не меняя" },
  methodologist: { group: "Методический центр", errand: "Увидеть, где нужна помощь" },
  region_specialist: { group: "Регион", errand: "Сравнить муниципалитеты" },
  region_expert: { group: "Регион", errand: "Изучить программы" },
};

/** Where on the first page of the demo a person stands. */
export function groupOf(
  role: Role,
  territory: "region" | "municipality",
  organisation: OrganisationKind | null,
): DemoGroup {
  if (organisation === "methodological_centre") return "Методический центр";
  return territory === "region" ? "Регион" : PLACE[role].group;
}

/** What the person comes for, said beside the name. */
export function errandOf(role: Role): string {
  return PLACE[role].errand;
}
