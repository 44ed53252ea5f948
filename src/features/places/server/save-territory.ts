import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import type { EditTerritory, NewMunicipality } from "../model/contract.ts";
import { addsMunicipality, editsTerritory, seesRegistry } from "../model/policy.ts";
import { replanTerritory } from "./replan.ts";

/** Adds a municipality to a region. Its first people are invited by the administrator of the region. */
export async function addMunicipality(
  context: UseCaseContext,
  body: z.output<typeof NewMunicipality>,
): Promise<{ id: Id }> {
  const { actor, tx } = context;
  if (!seesRegistry(actor, body.parentId)) throw commonProblem("not-found");
  if (!addsMunicipality(actor, body.parentId)) throw commonProblem("not-allowed");
  const region = await tx
    .selectFrom("territory")
    .where("id", "=", body.parentId)
    .select("is_demo")
    .executeTakeFirstOrThrow();
  const id = context.newId();
  await tx
    .insertInto("territory")
    .values({
      id,
      kind: "municipality",
      parent_id: body.parentId,
      name: body.name,
      short_name: body.shortName,
      time_zone: body.timeZone,
      is_demo: region.is_demo,
    })
    .execute();
  await context.journal({
    territoryId: body.parentId,
    action: "territory.add",
    subjectKind: "territory",
    subjectId: id,
    changes: created({ name: body.name, shortName: body.shortName, timeZone: body.timeZone }),
  });
  return { id };
}

export async function editTerritory(
  context: UseCaseContext,
  territoryId: Id,
  body: z.output<typeof EditTerritory>,
): Promise<{ ok: true }> {
  const { actor, tx } = context;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  if (!editsTerritory(actor, territoryId)) throw commonProblem("not-allowed");
  const row = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { version, ...sent } = body;
  const stored = { name: row.name, shortName: row.short_name, timeZone: row.time_zone };
  if (row.version !== version)
    throw commonProblem("stale-write", { extra: { stored: { ...stored, version: row.version }, sent } });
  await tx
    .updateTable("territory")
    .set({ name: sent.name, short_name: sent.shortName, time_zone: sent.timeZone, version: row.version + 1 })
    .where("id", "=", territoryId)
    .execute();
  await context.journal({
    territoryId,
    action: "territory.edit",
    subjectKind: "territory",
    subjectId: territoryId,
    changes: changed(stored, sent),
  });
  if (row.time_zone !== sent.timeZone) await replanTerritory(context, territoryId);
  return { ok: true };
}
