import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { KnownActor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { leadsOrganisation, leadsTerritory, organisationsBelonged } from "#features/places/model/access.ts";
import type { OwnerSeen } from "./routes.ts";

/** The source document of an import: those who may build the programme it becomes. */
export const importSeen: OwnerSeen = async ({ tx, actor }, territoryId, importId) => {
  const row = await tx
    .selectFrom("document_import")
    .select("owner_organisation_id")
    .where("territory_id", "=", territoryId)
    .where("id", "=", importId)
    .executeTakeFirst();
  return (
    row !== undefined &&
    (leadsTerritory(actor, territoryId) || leadsOrganisation(actor, territoryId, row.owner_organisation_id))
  );
};

/** The same as a condition on `document_import as i` of one territory. */
export function importsSeen(actor: KnownActor, territoryId: Id): RawBuilder<SqlBool> {
  if (leadsTerritory(actor, territoryId)) return sql<SqlBool>`true`;
  const led = organisationsBelonged(actor).filter((one) => leadsOrganisation(actor, territoryId, one));
  return sql<SqlBool>`i.owner_organisation_id = any (${led}::uuid[])`;
}
