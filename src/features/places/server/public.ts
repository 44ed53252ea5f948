import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import { Audience } from "../model/audience.ts";
import type { CodeMeaning, Registry } from "../model/registry.ts";
import { dictionaryFrom } from "../model/usual-codes.ts";

/** Organisations, designations, positions and roles of a territory with their whole history. */
export async function registryOf(tx: Tx, territoryId: Id): Promise<Registry> {
  const organisations = await tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .select(["id", "kind", "name", "short_name as shortName", "closed_on as closedOn"])
    .orderBy("id")
    .execute();
  const designations = await tx
    .selectFrom("designation")
    .where("territory_id", "=", territoryId)
    .select(["organisation_id as organisationId", "kind", "from_on as from", "to_on as to"])
    .orderBy("id")
    .execute();
  const positions = await tx
    .selectFrom("membership")
    .where("territory_id", "=", territoryId)
    .select([
      "person_id as personId",
      "organisation_id as organisationId",
      "position",
      "from_on as from",
      "to_on as to",
    ])
    .orderBy("id")
    .execute();
  const roles = await tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .select(["person_id as personId", "role", "organisation_id as organisationId", "from_on as from", "to_on as to"])
    .orderBy("id")
    .execute();
  return { territoryId, organisations, designations, positions, roles };
}

/** What role codes mean in the district: its own meanings, else the usual ones. Look a name up by `matchKey`. */
export async function dictionaryOf(tx: Tx, territoryId: Id): Promise<readonly CodeMeaning[]> {
  const rows = await tx
    .selectFrom("role_code")
    .where("territory_id", "=", territoryId)
    .select(["code", "match_key as matchKey", "audience"])
    .execute();
  return dictionaryFrom(rows.map((row) => ({ ...row, audience: Audience.parse(row.audience), own: true })));
}

/** The IANA zone in which the territory's deadlines are days; of a territory that is not there nothing is told. */
export async function timeZoneOf(tx: Tx, territoryId: Id): Promise<string> {
  const [row] = await zoneOf(tx, { territoryId });
  if (!row) throw commonProblem("not-found");
  return row.time_zone;
}

const zoneOf = hot((tx, { territoryId }: { readonly territoryId: Id }) =>
  tx.selectFrom("territory").where("id", "=", territoryId).select("time_zone"),
);

export { replanTerritory } from "./replan.ts";
export {
  listWorkbook,
  oneSheetAtATime,
  refuseMoved,
  reportOf,
  rowsOfUpload,
  sheetDay,
  template,
} from "./sheet-file.ts";
export { rememberRoleCode } from "./remember-role-code.ts";
