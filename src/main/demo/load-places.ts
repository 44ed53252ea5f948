import type { Kysely } from "kysely";
import { makeId, type Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tables } from "#platform/db/tables.ts";
import "#features/places/server/tables.ts";
import "#features/people/server/tables.ts";
import "#features/papers/server/tables.ts";
import { ORGANISATIONS, TERRITORIES } from "./district.ts";
import { PEOPLE } from "./people.ts";

/** Identifiers given to the keys of the demo data. */
export interface DemoPlaces {
  readonly territory: Readonly<Record<string, Id>>;
  readonly organisation: Readonly<Record<string, Id>>;
  /** by login */
  readonly person: Readonly<Record<string, Id>>;
}

/** Names the places before they are written, so that the writer's reach can be set. */
export function namePlaces(): DemoPlaces {
  const ids = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, makeId()]));
  return {
    territory: ids(TERRITORIES.map(({ key }) => key)),
    organisation: ids(ORGANISATIONS.map(({ key }) => key)),
    person: ids(PEOPLE.flatMap(({ login }) => login ?? [])),
  };
}

/** Writes territories, organisations with designations in force since 2019, people, accounts and roles. */
export async function loadPlaces(tx: Kysely<Tables>, places: DemoPlaces): Promise<void> {
  for (const { key, kind, name, shortName, parent } of TERRITORIES) {
    await tx
      .insertInto("territory")
      .values({
        id: places.territory[key]!,
        kind,
        parent_id: parent ? places.territory[parent]! : null,
        name,
        short_name: shortName,
        is_demo: true,
      })
      .execute();
  }
  const since = "2019-09-01" as LocalDate;
  for (const { key, territory, kind, name, shortName, phone } of ORGANISATIONS) {
    await tx
      .insertInto("organisation")
      .values({
        id: places.organisation[key]!,
        territory_id: places.territory[territory]!,
        kind,
        name,
        short_name: shortName,
        phone,
      })
      .execute();
  }
  for (const territory of ["lake", "forest"]) {
    const paperId = makeId();
    const territoryId = places.territory[territory]!;
    await tx
      .insertInto("paper")
      .values({
        territory_id: territoryId,
        id: paperId,
        kind: "directive",
        number: "211",
        dated_on: "2019-08-30" as LocalDate,
        title: "Об организациях — участниках программы поддержки школ",
      })
      .execute();
    for (const { key, designations } of ORGANISATIONS.filter((one) => one.territory === territory)) {
      for (const kind of designations ?? []) {
        await tx
          .insertInto("designation")
          .values({
            territory_id: territoryId,
            id: makeId(),
            organisation_id: places.organisation[key]!,
            kind,
            from_on: since,
            paper_id: paperId,
          })
          .execute();
      }
    }
  }
  await loadPeople(tx, places, since);
}

async function loadPeople(tx: Kysely<Tables>, places: DemoPlaces, since: LocalDate): Promise<void> {
  const territoryOf = Object.fromEntries(ORGANISATIONS.map(({ key, territory }) => [key, territory]));
  for (const { name, position, organisation, roles, login } of PEOPLE) {
    const personId = login ? places.person[login]! : makeId();
    await tx
      .insertInto("person")
      .values({ id: personId, family_name: name[0], given_name: name[1], patronymic: name[2] })
      .execute();
    const territoryId = places.territory[territoryOf[organisation]!]!;
    await tx
      .insertInto("membership")
      .values({
        territory_id: territoryId,
        id: makeId(),
        person_id: personId,
        organisation_id: places.organisation[organisation]!,
        position,
        from_on: since,
      })
      .execute();
    if (login)
      await tx
        .insertInto("account")
        .values({ id: makeId(), person_id: personId, login: `${login}@demo.orientir`, status: "active" })
        .execute();
    for (const { role, at } of login ? roles : []) {
      const organisationId = places.organisation[at] ?? null;
      const placeId = organisationId ? places.territory[territoryOf[at]!]! : places.territory[at]!;
      await tx
        .insertInto("role_assignment")
        .values({
          territory_id: placeId,
          id: makeId(),
          person_id: personId,
          role,
          organisation_id: organisationId,
          from_on: since,
        })
        .execute();
    }
  }
}
