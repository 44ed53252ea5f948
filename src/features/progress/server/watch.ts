import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { byKey, figureOf, type ProgressGroup } from "../model/figure.ts";
import { asksProgress } from "../model/policy.ts";
import { progressProblem } from "../model/problems.ts";
import {
  keepsWatch,
  MOST_WATCHED,
  WATCH_KINDS,
  worstFirst,
  type SetWatch,
  type Watched,
  type WatchKind,
  type WatchList,
} from "../model/watch.ts";
import { programmeSeen, shortTitle } from "./load-programmes.ts";
import { progressRows, stateSql } from "./progress-groups.ts";

/** What the actor watches in the territory, with its figures, the worst first. */
export async function readWatchList(
  context: RequestContext<unknown, { territoryId: Id }, unknown>,
): Promise<WatchList> {
  const { actor, tx, query, clock } = context;
  const { territoryId } = query;
  if (!keepsWatch(actor, territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  return { today, items: await watchedBy(tx, actor, territoryId, today), can: { set: true } };
}

/** The same for a page that asks the rest itself; empty for whoever keeps no such list. */
export async function watchedBy(tx: Tx, actor: Actor, territoryId: Id, today: LocalDate): Promise<Watched[]> {
  if (actor.kind !== "person" || !keepsWatch(actor, territoryId)) return [];
  const rows = await tx
    .selectFrom("watch as w")
    .leftJoin("organisation as g", "g.id", "w.organisation_id")
    .leftJoin("programme as p", (join) =>
      join.onRef("p.territory_id", "=", "w.territory_id").onRef("p.id", "=", "w.programme_id"),
    )
    .leftJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "w.territory_id").onRef("m.id", "=", "w.measure_id"),
    )
    .where("w.territory_id", "=", territoryId)
    .where("w.person_id", "=", actor.personId)
    .select([
      "w.organisation_id",
      "w.programme_id",
      "w.measure_id",
      "g.short_name",
      "p.title",
      "p.short_title",
      "m.number",
      "m.title as measure_title",
      "m.programme_id as measure_programme_id",
    ])
    .execute();
  const ids = (kind: WatchKind) => rows.flatMap((row) => row[`${kind}_id`] ?? []);
  const groups = new Map<string, readonly ProgressGroup[]>();
  for (const kind of WATCH_KINDS)
    for (const [id, own] of await groupsOf(tx, territoryId, actor, COUNTED_BY[kind], ids(kind), today))
      groups.set(`${kind} ${id}`, own);
  const items = rows.map((row): Watched => {
    const [kind, id] = row.organisation_id
      ? (["organisation", row.organisation_id] as const)
      : row.programme_id
        ? (["programme", row.programme_id] as const)
        : (["measure", row.measure_id!] as const);
    return {
      kind,
      id,
      name:
        row.short_name ??
        (row.title === null
          ? [row.number, row.measure_title].filter(Boolean).join(" ")
          : shortTitle({ title: row.title, short_title: row.short_title ?? "" })),
      programmeId: row.measure_programme_id,
      figure: figureOf(groups.get(`${kind} ${id}`) ?? [], today),
    };
  });
  return worstFirst(items);
}

const COUNTED_BY = {
  organisation: "o.bearer_organisation_id",
  programme: "o.programme_id",
  measure: "o.measure_id",
} as const satisfies Readonly<Record<WatchKind, string>>;

/** Obligations of each of these, one question for all of a kind: the list stands on «Сегодня». */
async function groupsOf(
  tx: Tx,
  territoryId: Id,
  actor: Actor,
  column: (typeof COUNTED_BY)[WatchKind],
  ids: readonly Id[],
  today: LocalDate,
): Promise<ReadonlyMap<Id, ProgressGroup[]>> {
  if (ids.length === 0) return new Map();
  const counted = await progressRows(tx, territoryId, actor, {}, today)
    .clearSelect()
    .where(column, "in", ids)
    .select([
      sql<Id>`${sql.ref(column)}`.as("watched"),
      "o.due_on as dueOn",
      stateSql(today).as("standing"),
      sql<number>`count(*)::int`.as("count"),
    ])
    .groupBy(["watched", "o.due_on", "standing"])
    .execute();
  return byKey(
    counted.map(({ standing, ...rest }) => ({ ...rest, state: standing })),
    ({ watched }) => watched,
  );
}

/** Puts something of the territory on the actor's own list, or takes it off; the same twice changes nothing. */
export async function setWatch(
  context: RequestContext<unknown, unknown, z.output<typeof SetWatch>>,
): Promise<{ watched: boolean }> {
  const { actor, tx, body, clock } = context;
  const { territoryId, kind, id, watched } = body;
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  if (!asksProgress(actor, territoryId)) throw commonProblem("not-found");
  await findWatched(context, territoryId, kind, id);
  if (!keepsWatch(actor, territoryId)) throw commonProblem("not-allowed");
  const column = `${kind}_id` as const;
  const own = tx
    .selectFrom("watch")
    .where("territory_id", "=", territoryId)
    .where("person_id", "=", actor.personId)
    .select(["id", column]);
  const list = await own.execute();
  const standing = list.find((row) => row[column] === id);
  if (watched === (standing !== undefined)) return { watched };
  if (watched) {
    if (list.length >= MOST_WATCHED) throw progressProblem("watches-enough", { values: { most: MOST_WATCHED } });
    await tx
      .insertInto("watch")
      .values({
        territory_id: territoryId,
        id: context.newId(),
        person_id: actor.personId,
        organisation_id: kind === "organisation" ? id : null,
        programme_id: kind === "programme" ? id : null,
        measure_id: kind === "measure" ? id : null,
        watched_at: clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await tx
      .deleteFrom("watch")
      .where("territory_id", "=", territoryId)
      .where("person_id", "=", actor.personId)
      .where("id", "=", standing!.id)
      .execute();
  }
  await context.journal({
    territoryId,
    action: watched ? "watch.begin" : "watch.end",
    subjectKind: kind,
    subjectId: id,
  });
  return { watched };
}

/** What is watched must stand in the territory and be seen by the actor; anything else is «not-found». */
async function findWatched({ tx, actor }: UseCaseContext, territoryId: Id, kind: WatchKind, id: Id): Promise<void> {
  if (kind === "programme") {
    await programmeSeen(tx, actor, territoryId, id);
    return;
  }
  if (kind === "measure") {
    const row = await tx
      .selectFrom("measure")
      .where("territory_id", "=", territoryId)
      .where("id", "=", id)
      .select("programme_id")
      .executeTakeFirst();
    if (!row) throw commonProblem("not-found");
    await programmeSeen(tx, actor, territoryId, row.programme_id);
    return;
  }
  const row = await tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("id", "=", id)
    .select("id")
    .executeTakeFirst();
  if (!row) throw commonProblem("not-found");
}
