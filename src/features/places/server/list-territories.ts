import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { administersTerritory, isKnown } from "../model/access.ts";
import type { TerritoryView } from "../model/contract.ts";
import { addsMunicipality, editsTerritory, seesRegistry } from "../model/policy.ts";

/** The territories the actor has to do with: those of the roles held, and the municipalities of a region user. */
export async function listTerritories(context: UseCaseContext): Promise<z.infer<typeof TerritoryView>[]> {
  const { actor, tx } = context;
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const ids = [...new Set([...actor.assignments.map((held) => held.territoryId), ...Object.keys(actor.regionOf)])];
  const seen = ids.filter((territoryId) => seesRegistry(actor, territoryId));
  if (seen.length === 0) return [];
  const rows = await tx
    .selectFrom("territory as t")
    .where("t.id", "in", seen)
    .selectAll()
    .select((at) =>
      at
        .selectFrom("organisation as o")
        .whereRef("o.territory_id", "=", "t.id")
        .where("o.closed_on", "is", null)
        .select((count) => count.fn.countAll<number>().as("count"))
        .as("organisations"),
    )
    .orderBy("t.kind", "desc")
    .orderBy("t.name")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    parentId: row.parent_id,
    name: row.name,
    shortName: row.short_name,
    timeZone: row.time_zone,
    version: row.version,
    organisations: Number(row.organisations ?? 0),
    can: {
      edit: editsTerritory(actor, row.id),
      addMunicipality: row.kind === "region" && addsMunicipality(actor, row.id),
      administer: administersTerritory(actor, row.id),
    },
  }));
}
