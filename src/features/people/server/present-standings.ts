import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { inForce } from "#features/places/model/registry.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { PersonPosition, PersonRole } from "../model/people-contract.ts";
import { grantsRole, managesStanding, seesStanding } from "../model/policy.ts";

export interface Standings {
  readonly positions: z.infer<typeof PersonPosition>[];
  readonly roles: z.infer<typeof PersonRole>[];
}

/** Positions and roles of the people named in one territory, those in force first, only the ones the actor sees. */
export async function presentStandings(
  context: UseCaseContext,
  territoryId: Id,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, Standings>> {
  const { tx, actor, clock } = context;
  const found = new Map<Id, Standings>(personIds.map((personId) => [personId, { positions: [], roles: [] }]));
  if (personIds.length === 0) return found;
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const memberships = await tx
    .selectFrom("membership as m")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .where("m.territory_id", "=", territoryId)
    .where("m.person_id", "in", personIds)
    .selectAll("m")
    .select("o.short_name as organisation_name")
    .orderBy("m.from_on", "desc")
    .orderBy("m.id")
    .execute();
  for (const row of memberships) {
    const place = { personId: row.person_id, territoryId, organisationId: row.organisation_id };
    if (!seesStanding(actor, place)) continue;
    found.get(row.person_id)!.positions.push({
      id: row.id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      position: row.position,
      from: row.from_on,
      to: row.to_on,
      inForce: inForce({ from: row.from_on, to: row.to_on }, today),
      version: row.version,
      can: { edit: managesStanding(actor, place) },
    });
  }
  const roles = await tx
    .selectFrom("role_assignment as r")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .where("r.territory_id", "=", territoryId)
    .where("r.person_id", "in", personIds)
    .selectAll("r")
    .select("o.short_name as organisation_name")
    .orderBy("r.from_on", "desc")
    .orderBy("r.id")
    .execute();
  for (const row of roles) {
    const place = { personId: row.person_id, territoryId, organisationId: row.organisation_id };
    if (!seesStanding(actor, place)) continue;
    const own = actor.kind === "person" && actor.personId === row.person_id;
    found.get(row.person_id)!.roles.push({
      id: row.id,
      role: row.role,
      roleName: ROLE_NAME[row.role],
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      from: row.from_on,
      to: row.to_on,
      inForce: inForce({ from: row.from_on, to: row.to_on }, today),
      version: row.version,
      can: { end: !own && grantsRole(actor, { ...place, role: row.role }) },
    });
  }
  for (const standings of found.values()) {
    standings.positions.sort((one, other) => Number(other.inForce) - Number(one.inForce));
    standings.roles.sort((one, other) => Number(other.inForce) - Number(one.inForce));
  }
  return found;
}
