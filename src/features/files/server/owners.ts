import { leadsOrganisation, leadsTerritory } from "#features/places/model/access.ts";
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
