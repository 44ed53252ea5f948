import type { Audience } from "#features/places/model/audience.ts";
import { DESIGNATION_NAME, ORGANISATION_KIND_NAME } from "#features/places/model/words.ts";

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
      return `все: ${audience.kinds.map((kind) => ORGANISATION_KIND_NAME[kind]).join(", ")}`;
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
