import { sql, type SqlBool } from "kysely";
import type { Clock } from "#platform/clock/clock.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { ANY_BEARER } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { bearerFigures, type BearerFigures } from "./board.ts";
import { changedBearers, type BoardPlace } from "./kept-boards.ts";
import { coarseGroups } from "./progress-groups.ts";

const ROWS_AT_ONCE = 1000;

/** Municipalities that stand on a board: those of a region, each on its own day. Stands in no territory. */
export async function boardPlaces(tx: Tx, clock: Clock): Promise<BoardPlace[]> {
  const rows = await tx
    .selectFrom("territory as t")
    .innerJoin("territory as region", "region.id", "t.parent_id")
    .where("region.kind", "=", "region")
    .select(["t.id", "t.time_zone"])
    .orderBy("t.id")
    .execute();
  return rows.map(({ id, time_zone: zone }) => ({ id, today: clock.today(zone) }));
}

/** Those of them whose kept figures are of another day, or not kept, or changed since. Reads all the places given. */
export async function figuresDue(tx: Tx, places: readonly BoardPlace[]): Promise<Id[]> {
  const ids = places.map(({ id }) => id);
  const changed = await changedBearers(tx, ids);
  const kept = await tx
    .selectFrom("territory as t")
    .where(sql<SqlBool>`t.id = any (${ids}::uuid[])`)
    .select(["t.id", keptDay(sql`t.id`).as("day")])
    .execute();
  const dayOf = new Map(kept.map(({ id, day }) => [id, day]));
  return places.filter(({ id, today }) => changed.has(id) || dayOf.get(id) !== today).map(({ id }) => id);
}

/**
 * Brings the kept figures of a territory up to the day and to what changed since; `whole`: whatever is known of changes. Notes of changes
 * are taken away first and counted after: what is committed between leaves a note of its own. One at a time, so that an earlier counting
 * never overwrites a later one.
 */
export async function keepFigures(
  { tx, clock }: Pick<UseCaseContext, "tx" | "clock">,
  territoryId: Id,
  whole = false,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`figures ${territoryId}`}, 0))`.execute(tx);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const noted = await tx
    .deleteFrom("obligation_change")
    .where("territory_id", "=", territoryId)
    .returning("bearer_key")
    .execute();
  const changed = [...new Set(noted.map((row) => row.bearer_key))];
  const { day } = await tx.selectNoFrom(keptDay(sql`${territoryId}::uuid`).as("day")).executeTakeFirstOrThrow();
  const all = whole || day !== today || changed.includes(ANY_BEARER);
  if (!all && changed.length === 0) return;
  const of = all ? undefined : changed;
  const figures = bearerFigures(await coarseGroups(tx, territoryId, "whole", {}, { today, by: "bearer", of }), today);
  const old = tx.deleteFrom("kept_figure").where("territory_id", "=", territoryId);
  await (of ? old.where("bearer_key", "in", of) : old).execute();
  const rows = figures.flatMap((one) => rowsOf(territoryId, today, one));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto("kept_figure")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

/** The day on which the kept figures of a territory stand; null where none are. */
function keptDay(territoryId: ReturnType<typeof sql>) {
  return sql<LocalDate | null>`(select k.on_day from kept_figure k where k.territory_id = ${territoryId} limit 1)`;
}

function rowsOf(territoryId: Id, today: LocalDate, { bearerKey, ...figures }: BearerFigures) {
  return (["all", "month"] as const).map((span) => {
    const { notApplicable, ...parts } = figures[span];
    return {
      territory_id: territoryId,
      bearer_key: bearerKey,
      span,
      on_day: today,
      ...parts,
      not_applicable: notApplicable,
    };
  });
}
