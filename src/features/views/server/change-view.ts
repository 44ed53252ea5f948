import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import type { CloseView, EditView, SavedView } from "../model/contract.ts";
import { mayOpen } from "../model/lists.ts";
import { closesView, editsView, seesView, sharesViews } from "../model/policy.ts";
import { refuseMore, refuseSameName, stopOpening } from "./own-views.ts";
import type { SavedViewRecord } from "./tables.ts";
import { factsOf, presentView, subjectOf, toldOf } from "./views.ts";

type Params = { territoryId: Id; viewId: Id };

/** Renames a view, shows it to all or takes that back, makes the list begin with it or not. */
export async function editView(
  context: RequestContext<Params, unknown, z.output<typeof EditView>>,
): Promise<SavedView> {
  const { actor, tx, body } = context;
  const seen = await loadView(context);
  if (!editsView(actor, factsOf(seen))) throw commonProblem("not-allowed");
  if (body.shared && !seen.shared && !sharesViews(actor, seen.territory_id)) throw commonProblem("not-allowed");
  const row = await lockView(context, body);
  const opens = body.opens && mayOpen(row.list);
  await refuseSameName(tx, row, body.name, row.id);
  if (opens && !row.opens) await stopOpening(tx, row);
  return write(context, row, { name: body.name, shared: body.shared, opens }, "view.edit");
}

/** Removes a view, or puts it back; one put back opens the list only where no other does by now. */
export async function closeView(
  context: RequestContext<Params, unknown, z.output<typeof CloseView>>,
): Promise<SavedView> {
  const { actor, tx, body, clock } = context;
  const seen = await loadView(context);
  if (!closesView(actor, factsOf(seen))) throw commonProblem("not-allowed");
  const row = await lockView(context, body);
  if (body.closed) return write(context, row, { closed_at: clock.now() }, "view.close");
  await refuseSameName(tx, row, row.name, row.id);
  await refuseMore(tx, row);
  const another = await tx
    .selectFrom("saved_view")
    .where("territory_id", "=", row.territory_id)
    .where("person_id", "=", row.person_id)
    .where("list", "=", row.list)
    .where("opens", "=", true)
    .where("closed_at", "is", null)
    .select("id")
    .executeTakeFirst();
  return write(context, row, { closed_at: null, opens: row.opens && !another }, "view.close");
}

async function loadView({ actor, tx, params }: RequestContext<Params, unknown, unknown>): Promise<SavedViewRecord> {
  const row = await found(tx, params).executeTakeFirst();
  if (!row || !seesView(actor, factsOf(row))) throw commonProblem("not-found");
  return row;
}

async function lockView(
  { actor, tx, params }: RequestContext<Params, unknown, unknown>,
  body: { readonly version: number },
): Promise<SavedViewRecord> {
  const row = await found(tx, params).forUpdate().executeTakeFirstOrThrow();
  if (row.version !== body.version)
    throw commonProblem("stale-write", { extra: { yours: body, stored: presentView(actor, row, null) } });
  return row;
}

const found = (tx: UseCaseContext["tx"], { territoryId, viewId }: Params) =>
  tx.selectFrom("saved_view").selectAll().where("territory_id", "=", territoryId).where("id", "=", viewId);

async function write(
  context: UseCaseContext,
  row: SavedViewRecord,
  next: Partial<Pick<SavedViewRecord, "name" | "shared" | "opens" | "closed_at">>,
  action: "view.edit" | "view.close",
): Promise<SavedView> {
  const written = await context.tx
    .updateTable("saved_view")
    .set({ ...next, version: sql`version + 1` })
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await context.journal({ ...subjectOf(row), action, changes: changed(toldOf(row), toldOf(written)) });
  return presentView(context.actor, written, null);
}
