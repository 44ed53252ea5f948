import type { Audience } from "#features/places/model/audience.ts";
import { DESIGNATION_NAME, type DesignationKind, type OrganisationKind } from "#features/places/model/words.ts";

/** All organisations of a kind; of some a district has one. */
const EVERY: Readonly<Record<OrganisationKind, string>> = {
  school: "все школы",
  kindergarten: "все детские сады",
  additional_education: "все учреждения дополнительного образования",
  methodological_centre: "методический центр",
  authority: "управление образования",
  culture: "все учреждения культуры",
  sport: "все учреждения спорта",
  enterprise: "все предприятия",
  university: "все вузы и колледжи",
  regional_institute: "региональный институт",
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whom an audience means, in words: «все школы муниципалитета», «школы со статусом ШНОР», «СОШ № 3». */
export function audienceName(audience: Audience, organisations: readonly Named[]): string {
  switch (audience.kind) {
    case "organisation":
      return (
        organisations.find((organisation) => organisation.id === audience.id)?.name ?? "организация муниципалитета"
      );
    case "organisationKind":
      return audience.kinds.map((kind) => EVERY[kind]).join(", ");
    case "designation":
      return `со статусом: ${audience.designations.map((kind) => DESIGNATION_NAME[kind].short).join(", ")}`;
    case "position":
      return `должность: ${audience.words}`;
    case "person":
      return "один человек";
    case "community":
      return "объединение педагогов";
    case "territory":
      return "муниципалитет в целом";
    case "outside":
      return "вне муниципалитета, отчёта не сдаёт";
  }
}

const ALL_OF: Readonly<Record<DesignationKind, string>> = {
  low_results: "ШНОР",
  adverse_conditions: "ШНСУ",
  lead_school: "школы-лидеры",
  resource_school: "ресурсные школы",
  internship_site: "стажировочные площадки",
};

/** The same among options to choose from: «все ШНОР». */
export function choiceName(audience: Audience, organisations: readonly Named[]): string {
  if (audience.kind === "designation" && audience.designations.length === 1)
    return `все ${ALL_OF[audience.designations[0]!]}`;
  return audienceName(audience, organisations);
}
