import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { programmeProblem } from "../model/problems.ts";
import type { ProgrammeRecord } from "./load-programme.ts";

type OfProgramme = Pick<ProgrammeRecord, "territory_id" | "id">;

export async function findRoadmap(context: UseCaseContext, programme: OfProgramme, roadmapId: Id) {
  const row = await context.tx
    .selectFrom("roadmap")
    .selectAll()
    .where("territory_id", "=", programme.territory_id)
    .where("programme_id", "=", programme.id)
    .where("id", "=", roadmapId)
    .executeTakeFirst();
  if (!row) throw programmeProblem("place-unknown");
  return row;
}

/** A section of the programme, and of the roadmap where one is named. */
export async function findSection(context: UseCaseContext, programme: OfProgramme, sectionId: Id, roadmapId?: Id) {
  const row = await context.tx
    .selectFrom("section as s")
    .innerJoin("roadmap as r", (join) =>
      join.onRef("r.territory_id", "=", "s.territory_id").onRef("r.id", "=", "s.roadmap_id"),
    )
    .selectAll("s")
    .where("s.territory_id", "=", programme.territory_id)
    .where("r.programme_id", "=", programme.id)
    .where("s.id", "=", sectionId)
    .executeTakeFirst();
  if (!row || (roadmapId && row.roadmap_id !== roadmapId)) throw programmeProblem("place-unknown");
  return row;
}

export async function findMeasure(context: UseCaseContext, programme: OfProgramme, measureId: Id) {
  const row = await context.tx
    .selectFrom("measure")
    .selectAll()
    .where("territory_id", "=", programme.territory_id)
    .where("programme_id", "=", programme.id)
    .where("id", "=", measureId)
    .executeTakeFirst();
  if (!row) throw commonProblem("not-found");
  return row;
}

/** A section and all inside it. */
export async function sectionsUnder(context: UseCaseContext, territoryId: Id, sectionId: Id): Promise<{ id: Id }[]> {
  const { rows } = await sql<{ id: Id }>`
    with recursive inside as (
      select id from section where territory_id = ${territoryId} and id = ${sectionId}
      union
      select s.id from section s join inside i on s.parent_id = i.id where s.territory_id = ${territoryId}
    ) select id from inside`.execute(context.tx);
  return rows;
}

/** The place after the last row of a roadmap. */
export async function nextOrdinal(context: UseCaseContext, territoryId: Id, roadmapId: Id): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select greatest(
      (select coalesce(max(ordinal), 0) from section where territory_id = ${territoryId} and roadmap_id = ${roadmapId}),
      (select coalesce(max(ordinal), 0) from measure where territory_id = ${territoryId} and roadmap_id = ${roadmapId})
    ) as last`.execute(context.tx);
  return (rows[0]?.last ?? 0) + 1;
}

/**
 * Puts a row before another one of its siblings, or last. The siblings share out the ordinals they already have, so that rows
 * whose place did not change stay untouched; making way for a neighbour is no new version of a row.
 */
export async function placeAmong(
  context: UseCaseContext,
  table: "section" | "measure",
  territoryId: Id,
  siblings: readonly { readonly id: Id; readonly ordinal: number }[],
  movedId: Id,
  beforeId: Id | null,
): Promise<void> {
  const others = siblings.filter((row) => row.id !== movedId);
  const at = beforeId === null ? others.length : others.findIndex((row) => row.id === beforeId);
  if (at === -1) throw programmeProblem("place-unknown");
  const order = [...others.slice(0, at).map((row) => row.id), movedId, ...others.slice(at).map((row) => row.id)];
  const ordinals = siblings.map((row) => row.ordinal).sort((a, b) => a - b);
  // rows that share an ordinal are told apart again
  for (let each = 1; each < ordinals.length; each += 1)
    ordinals[each] = Math.max(ordinals[each]!, ordinals[each - 1]! + 1);
  const before = new Map(siblings.map((row) => [row.id, row.ordinal]));
  for (const [place, id] of order.entries()) {
    if (before.get(id) === ordinals[place]) continue;
    await context.tx
      .updateTable(table)
      .set({ ordinal: ordinals[place]! })
      .where("territory_id", "=", territoryId)
      .where("id", "=", id)
      .execute();
  }
}

/** Somebody else changed the row since it was read: both versions go back. */
export function refuseStale(
  row: { readonly version: number; readonly title: string; readonly number?: string },
  form: { readonly version: number },
): void {
  const { version, title, number } = row;
  if (version !== form.version)
    throw commonProblem("stale-write", { extra: { current: { version, number, title }, yours: form } });
}
