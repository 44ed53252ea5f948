import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { created } from "#platform/journal/change.ts";
import { shortName, type PersonName } from "#features/people/model/names.ts";
import type { KeepView, SavedView, ViewList, ViewsQuery } from "../model/contract.ts";
import { mayOpen } from "../model/lists.ts";
import { closesView, editsView, hasViews, keepsViews, seesView, sharesViews } from "../model/policy.ts";
import { viewProblem } from "../model/problems.ts";
import { refuseMore, refuseSameName, stopOpening } from "./own-views.ts";
import { readFilter } from "./read-filter.ts";
import type { SavedViewRecord } from "./tables.ts";

/** Views of a list: one's own, then those shown to all at the territory, each by name. */
export async function listViews(
  context: RequestContext<unknown, z.output<typeof ViewsQuery>, unknown>,
): Promise<ViewList> {
  const { actor, tx, query } = context;
  const { territoryId } = query;
  if (!hasViews(actor, territoryId)) throw commonProblem("not-found");
  const rows = await tx
    .selectFrom("saved_view as v")
    .innerJoin("person as p", "p.id", "v.person_id")
    .where("v.territory_id", "=", territoryId)
    .where("v.list", "=", query.list)
    .where("v.closed_at", "is", null)
    .selectAll("v")
    .select(["p.family_name", "p.given_name", "p.patronymic"])
    .execute();
  const collator = new Intl.Collator("ru", { numeric: true });
  const items = rows
    .filter((row) => seesView(actor, factsOf(row)))
    .map((row) => presentView(actor, row, row))
    .sort((a, b) => Number(a.author !== null) - Number(b.author !== null) || collator.compare(a.name, b.name));
  return { items, can: { keep: keepsViews(actor, territoryId), share: sharesViews(actor, territoryId) } };
}

/** Keeps the filter of a list under a name. */
export async function keepView(
  context: RequestContext<unknown, unknown, z.output<typeof KeepView>>,
): Promise<SavedView> {
  const { actor, tx, body, clock } = context;
  const { territoryId, list, name, shared } = body;
  if (!hasViews(actor, territoryId)) throw commonProblem("not-found");
  if (actor.kind !== "person" || !keepsViews(actor, territoryId)) throw commonProblem("not-allowed");
  if (shared && !sharesViews(actor, territoryId)) throw commonProblem("not-allowed");
  const { filter } = readFilter(list, body.filter);
  if (Object.keys(filter).length === 0) throw viewProblem("view-empty");
  const own = { territory_id: territoryId, person_id: actor.personId, list };
  await refuseSameName(tx, own, name);
  await refuseMore(tx, own);
  const opens = body.opens && mayOpen(list);
  if (opens) await stopOpening(tx, own);
  const row = await tx
    .insertInto("saved_view")
    .values({ ...own, id: context.newId(), name, filter, shared, opens, made_at: clock.now() })
    .returningAll()
    .executeTakeFirstOrThrow();
  await context.journal({ ...subjectOf(row), action: "view.keep", changes: created(toldOf(row)) });
  return presentView(actor, row, null);
}

export const factsOf = (row: SavedViewRecord) => ({
  territoryId: row.territory_id,
  personId: row.person_id,
  shared: row.shared,
});

export const subjectOf = (row: SavedViewRecord) => ({
  territoryId: row.territory_id,
  subjectKind: "view",
  subjectId: row.id,
});

/** What the journal tells of a view: the name only where others read it too. */
export const toldOf = ({ name, shared, opens, closed_at }: SavedViewRecord) => ({
  ...(shared ? { name } : {}),
  shared,
  opens,
  closed: closed_at !== null,
});

/** A view as its reader sees it; `author` is not needed for one's own. */
export function presentView(actor: Actor, row: SavedViewRecord, author: PersonName | null): SavedView {
  const facts = factsOf(row);
  const isOwn = actor.kind === "person" && actor.personId === row.person_id;
  return {
    id: row.id,
    territoryId: row.territory_id,
    list: row.list,
    name: row.name,
    ...readFilter(row.list, row.filter),
    shared: row.shared,
    opens: isOwn && row.opens,
    author: isOwn || !author ? null : shortName(author),
    closed: row.closed_at !== null,
    version: row.version,
    can: { edit: editsView(actor, facts), close: closesView(actor, facts) },
  };
}
