import type { Selectable } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Tables } from "#platform/db/tables.ts";
import { canSeeProgramme } from "#features/programmes/model/policy.ts";

export type ProgrammeRecord = Selectable<Tables["programme"]>;

function isSeen(actor: Actor, row: ProgrammeRecord): boolean {
  return canSeeProgramme(actor, {
    territoryId: row.territory_id,
    ownerOrganisationId: row.owner_organisation_id,
    status: row.status,
  });
}

/** The programmes of a territory that the actor sees, drafts apart: nothing is owed by a draft. Those under way first. */
export async function programmesOf(tx: Tx, actor: Actor, territoryId: Id): Promise<ProgrammeRecord[]> {
  const rows = await tx
    .selectFrom("programme")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("status", "!=", "draft")
    .orderBy("starts_on", "desc")
    .orderBy("id")
    .execute();
  const rank = { running: 0, approved: 1, finished: 2, draft: 3 };
  return rows.filter((row) => isSeen(actor, row)).sort((a, b) => rank[a.status] - rank[b.status]);
}

/** One programme the actor sees; «not-found» otherwise. */
export async function programmeSeen(tx: Tx, actor: Actor, territoryId: Id, programmeId: Id): Promise<ProgrammeRecord> {
  const row = await tx
    .selectFrom("programme")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", programmeId)
    .executeTakeFirst();
  if (!row || !isSeen(actor, row)) throw commonProblem("not-found");
  return row;
}

/** How it is called in lists. */
export function shortTitle(row: Pick<ProgrammeRecord, "title" | "short_title">): string {
  return row.short_title || row.title;
}
