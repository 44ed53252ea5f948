import { sql } from "kysely";
import type { KnownActor } from "#shared/actor.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import type { Place, Session } from "../model/contract.ts";
import { fullName, shortName } from "../model/names.ts";
import { owesFactor } from "../model/second-factor.ts";
import { factorStands } from "./sealed-factor.ts";

/** Who I am, where I stand and what day the product has. */
export async function readSession(context: UseCaseContext, actor: KnownActor): Promise<Session> {
  const { tx, clock } = context;
  const person = await tx.selectFrom("person").where("id", "=", actor.personId).selectAll().executeTakeFirstOrThrow();
  const account = await tx
    .selectFrom("account")
    .where("id", "=", actor.accountId)
    .select(["id", "login"])
    .executeTakeFirstOrThrow();
  const places = await placesOf(context, actor);
  const first = await tx
    .selectFrom("territory")
    .select(["time_zone", sql<boolean>`is_demo`.as("is_demo")])
    .where("id", "in", [...places.map((place) => place.territoryId), "00000000-0000-0000-0000-000000000000"])
    .execute();
  return {
    person: { id: person.id, shortName: shortName(person), fullName: fullName(person) },
    account,
    places,
    clock: {
      today: clock.today(first[0]?.time_zone ?? "Europe/Moscow"),
      now: clock.now().toISOString(),
      fixed: clock.isSet,
    },
    demo: first.some((territory) => territory.is_demo),
    owesFactor:
      owesFactor(context.installation.secondFactor, actor.assignments) &&
      (await factorStands(tx, actor.accountId)) === undefined,
  };
}

async function placesOf(context: UseCaseContext, actor: KnownActor): Promise<Place[]> {
  const { tx } = context;
  const places: Place[] = [];
  for (const held of actor.assignments) {
    const territory = await tx
      .selectFrom("territory")
      .where("id", "=", held.territoryId)
      .select(["name", "kind"])
      .executeTakeFirstOrThrow();
    const organisation = held.organisationId
      ? await tx
          .selectFrom("organisation")
          .where("id", "=", held.organisationId)
          .select("short_name")
          .executeTakeFirstOrThrow()
      : null;
    const member = await tx
      .selectFrom("membership")
      .where("person_id", "=", actor.personId)
      .where("territory_id", "=", held.territoryId)
      .$if(held.organisationId !== null, (query) => query.where("organisation_id", "=", held.organisationId!))
      .select("position")
      .orderBy("from_on", "desc")
      .executeTakeFirst();
    places.push({
      role: held.role,
      roleName: ROLE_NAME[held.role],
      position: member?.position ?? ROLE_NAME[held.role],
      territoryId: held.territoryId,
      territoryName: territory.name,
      territoryKind: territory.kind,
      organisationId: held.organisationId,
      organisationName: organisation?.short_name ?? null,
    });
  }
  return places;
}
