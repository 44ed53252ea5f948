import { sql, type SqlBool } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { reportProblem } from "../model/problems.ts";
import {
  keepsRemarks,
  MOST_REMARKS,
  type CloseRemark,
  type EditRemark,
  type KeepRemark,
  type RemarksQuery,
  type SavedRemark,
} from "../model/saved-remark.ts";
import type { SavedRemarkRecord } from "./tables.ts";

type Params = { territoryId: Id; remarkId: Id };

/** The remarks of a place, those used most first. */
export async function listRemarks(
  context: RequestContext<unknown, z.output<typeof RemarksQuery>, unknown>,
): Promise<SavedRemark[]> {
  const { actor, tx, query } = context;
  const owner = query.organisationId ?? null;
  if (!belongsToTerritory(actor, query.territoryId)) throw commonProblem("not-found");
  if (!keepsRemarks(actor, query.territoryId, owner)) throw commonProblem("not-allowed");
  const rows = await remarksOf(tx, query.territoryId, owner)
    .orderBy("uses", "desc")
    .orderBy("used_at", (used) => used.desc().nullsLast())
    .orderBy("id", "desc")
    .execute();
  return rows.map(present);
}

/**
 * Keeps a remark for all who check at the place; the same words a second time are the row that stands there already. Of two who save them
 * at once the constraint stops the later, whose second try finds the row of the first.
 */
export async function keepRemark(
  context: RequestContext<unknown, unknown, z.output<typeof KeepRemark>>,
): Promise<SavedRemark> {
  const { actor, tx, body, clock } = context;
  const { territoryId, organisationId, text } = body;
  if (!belongsToTerritory(actor, territoryId)) throw commonProblem("not-found");
  if (actor.kind !== "person" || !keepsRemarks(actor, territoryId, organisationId)) throw commonProblem("not-allowed");
  const standing = await remarksOf(tx, territoryId, organisationId).execute();
  const same = standing.find((one) => one.text === text);
  if (same) return present(same);
  if (standing.length >= MOST_REMARKS) throw reportProblem("too-many-remarks", { values: { most: MOST_REMARKS } });
  const row = await tx
    .insertInto("saved_remark")
    .values({
      territory_id: territoryId,
      id: context.newId(),
      owner_organisation_id: organisationId,
      text,
      made_by: actor.personId,
      made_at: clock.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await context.journal({ ...about(row), action: "remark.keep", changes: created({ remark: text }) });
  return present(row);
}

/** Changes the words of a remark; reports returned with the old ones keep them. */
export async function editRemark(
  context: RequestContext<Params, unknown, z.output<typeof EditRemark>>,
): Promise<SavedRemark> {
  const row = await loadRemark(context, context.body);
  await refuseTwin(context, row, context.body.text);
  return write(context, row, { text: context.body.text }, "remark.edit");
}

/** Takes a remark out of the list, or puts it back. */
export async function closeRemark(
  context: RequestContext<Params, unknown, z.output<typeof CloseRemark>>,
): Promise<SavedRemark> {
  const row = await loadRemark(context, context.body);
  if (!context.body.closed) await refuseTwin(context, row, row.text);
  const closed_at = context.body.closed ? context.clock.now() : null;
  return write(context, row, { closed_at }, "remark.close");
}

/**
 * Counts the use of remarks in a return: those that were put in, and those whose words stand in it however they came there. What is not
 * of this place is passed over.
 */
export async function countRemarks(
  context: UseCaseContext,
  territoryId: Id,
  organisationId: Id | null,
  ids: readonly Id[],
  remark: string,
): Promise<void> {
  await context.tx
    .updateTable("saved_remark")
    .set({ uses: sql`uses + 1`, used_at: context.clock.now() })
    .where("territory_id", "=", territoryId)
    .where("owner_organisation_id", "is not distinct from", organisationId)
    .where(sql<SqlBool>`(id = any (${[...ids]}::uuid[]) or (closed_at is null and strpos(${remark}, text) > 0))`)
    .execute();
}

/** The list holds the same words once. */
async function refuseTwin({ tx }: UseCaseContext, row: SavedRemarkRecord, text: string): Promise<void> {
  const twin = await remarksOf(tx, row.territory_id, row.owner_organisation_id)
    .where("text", "=", text)
    .where("id", "<>", row.id)
    .executeTakeFirst();
  if (twin) throw reportProblem("remark-stands", { fields: { text: "Такое замечание уже есть." } });
}

function remarksOf(tx: UseCaseContext["tx"], territoryId: Id, organisationId: Id | null) {
  return tx
    .selectFrom("saved_remark")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("owner_organisation_id", "is not distinct from", organisationId)
    .where("closed_at", "is", null);
}

async function loadRemark(
  { actor, tx, params }: RequestContext<Params, unknown, unknown>,
  body: { readonly version: number },
): Promise<SavedRemarkRecord> {
  const found = () =>
    tx
      .selectFrom("saved_remark")
      .selectAll()
      .where("territory_id", "=", params.territoryId)
      .where("id", "=", params.remarkId);
  const seen = await found().executeTakeFirst();
  if (!seen || !keepsRemarks(actor, seen.territory_id, seen.owner_organisation_id)) throw commonProblem("not-found");
  const row = await found().forUpdate().executeTakeFirstOrThrow();
  if (row.version !== body.version)
    throw commonProblem("stale-write", { extra: { yours: body, stored: present(row) } });
  return row;
}

async function write(
  context: UseCaseContext,
  row: SavedRemarkRecord,
  next: { readonly text?: string; readonly closed_at?: Date | null },
  action: "remark.edit" | "remark.close",
): Promise<SavedRemark> {
  const written = await context.tx
    .updateTable("saved_remark")
    .set({ ...next, version: sql`version + 1` })
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const told = ({ text, closed_at }: SavedRemarkRecord) => ({ remark: text, closed: closed_at !== null });
  await context.journal({ ...about(row), action, changes: changed(told(row), told(written)) });
  return present(written);
}

const about = (row: SavedRemarkRecord) => ({
  territoryId: row.territory_id,
  subjectKind: "remark",
  subjectId: row.id,
});

function present(row: SavedRemarkRecord): SavedRemark {
  return {
    id: row.id,
    territoryId: row.territory_id,
    organisationId: row.owner_organisation_id,
    text: row.text,
    uses: row.uses,
    closed: row.closed_at !== null,
    version: row.version,
  };
}
