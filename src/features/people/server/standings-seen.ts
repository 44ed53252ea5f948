import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { KnownActor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { organisationsSeen, seesTerritory } from "#features/places/model/access.ts";

/** `seesStanding` of `model/policy.ts` as a condition on rows `s` of a territory: a position or a role with `person_id` and `organisation_id`. */
export function standingsSeen(actor: KnownActor, territoryId: Id): RawBuilder<SqlBool> {
  if (seesTerritory(actor, territoryId)) return sql<SqlBool>`true`;
  return sql<SqlBool>`(s.person_id = ${actor.personId} or s.organisation_id = any (${organisationsSeen(actor)}::uuid[]))`;
}
