import type { Audience } from "./audience.ts";
import { inForce, isOpen, type Registry } from "./registry.ts";
import { DESIGNATION_NAME, ORGANISATION_KIND_NAME } from "./words.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { matchKey } from "#domain/russian/match-key.ts";

export interface Names {
  organisation(id: string): string | undefined;
  person(id: string): string | undefined;
}

/** An audience in words: «все организации вида «школа»», «организации со статусом ШНОР». */
export function audienceText(audience: Audience, names: Names): string {
  switch (audience.kind) {
    case "organisation":
      return names.organisation(audience.id) ?? "организация, которой больше нет";
    case "organisationKind":
      return `все организации вида: ${audience.kinds.map((kind) => ORGANISATION_KIND_NAME[kind]).join(", ")}`;
    case "designation":
      return `организации со статусом ${audience.designations.map((kind) => DESIGNATION_NAME[kind].short).join(", ")}`;
    case "person":
      return names.person(audience.id) ?? "человек, которого больше нет";
    case "position":
      return `должность «${audience.words}»${
        audience.organisationKind ? `, вид организации: ${ORGANISATION_KIND_NAME[audience.organisationKind]}` : ""
      }`;
    case "community":
      return "профессиональное объединение";
    case "territory":
      return "муниципалитет в целом";
    case "outside":
      return "вне муниципалитета, ничего не сдаёт";
  }
}

/** How many bear an audience on a day: for the page of the dictionary, where a nought is a warning. */
export function bearersOn(audience: Audience, registry: Registry, day: LocalDate): number {
  const open = registry.organisations.filter((one) => isOpen(one, day));
  switch (audience.kind) {
    case "organisation":
      return open.filter((one) => one.id === audience.id).length;
    case "organisationKind":
      return open.filter((one) => audience.kinds.includes(one.kind)).length;
    case "designation": {
      const bearing = registry.designations.filter(
        (one) => audience.designations.includes(one.kind) && inForce(one, day),
      );
      const ids = new Set(bearing.map((one) => one.organisationId));
      return open.filter((one) => ids.has(one.id)).length;
    }
    case "person":
    case "territory":
      return 1;
    case "position": {
      const key = matchKey(audience.words);
      const kinds = new Map(open.map((one) => [one.id, one.kind]));
      return registry.positions.filter(
        (one) =>
          inForce(one, day) &&
          matchKey(one.position).includes(key) &&
          kinds.has(one.organisationId) &&
          (!audience.organisationKind || kinds.get(one.organisationId) === audience.organisationKind),
      ).length;
    }
    case "community":
    case "outside":
      return 0;
  }
}
