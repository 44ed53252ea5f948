import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { administersTerritory, isKnown } from "#features/places/model/access.ts";
import { addsPeople } from "#features/places/model/policy.ts";
import type { Grants } from "../model/people-contract.ts";
import { grantableRoles } from "../model/policy.ts";

export const NOTHING_TO_GRANT: Grants = { add: false, territoryRoles: [], organisationRoles: [], organisations: [] };

/** What the actor may hand out in a territory, from the same policy that checks the writes. */
export async function grantsOf(context: UseCaseContext, territoryId: Id): Promise<Grants> {
  const { actor, tx } = context;
  const { kind } = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select("kind")
    .executeTakeFirstOrThrow();
  const at = (organisationId: Id | null) => [
    ...grantableRoles(actor, { territoryId, territoryKind: kind, organisationId }),
  ];
  if (administersTerritory(actor, territoryId))
    return { add: true, territoryRoles: at(null), organisationRoles: at(territoryId), organisations: null };
  const held = isKnown(actor) ? actor.assignments.map((one) => one.organisationId) : [];
  const own = [...new Set(held)].filter((one): one is Id => one !== null && addsPeople(actor, territoryId, one));
  const organisations =
    own.length === 0
      ? []
      : await tx.selectFrom("organisation").where("id", "in", own).select(["id", "short_name as name"]).execute();
  return {
    add: own.length > 0,
    territoryRoles: [],
    organisationRoles: own.length > 0 ? at(own[0]!) : [],
    organisations,
  };
}
