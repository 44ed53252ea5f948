import type { z } from "zod";
import { localDateAt } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Call, RecordCall } from "../model/contract.ts";
import { recordsCall, seesTerritoryHome } from "../model/policy.ts";

export interface CallRecord {
  readonly id: Id;
  readonly organisationId: Id;
  readonly at: Date;
  readonly by: string;
  readonly note: string;
}

/** Phone calls to organisations, the latest first. */
export async function callsTo(tx: Tx, territoryId: Id, organisationIds: readonly Id[]): Promise<CallRecord[]> {
  if (organisationIds.length === 0) return [];
  const rows = await tx
    .selectFrom("phone_call as c")
    .innerJoin("person as p", "p.id", "c.called_by")
    .where("c.territory_id", "=", territoryId)
    .where("c.organisation_id", "in", organisationIds)
    .select(["c.id", "c.organisation_id", "c.called_at", "c.note", "p.family_name", "p.given_name", "p.patronymic"])
    .orderBy("c.called_at", "desc")
    .orderBy("c.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    at: row.called_at,
    by: shortName(row),
    note: row.note,
  }));
}

/** The calls to one organisation, for those who watch over the territory: what was said is not for the school's eyes. */
export async function listCalls(
  context: RequestContext<unknown, { territoryId: Id; organisationId: Id }, unknown>,
): Promise<Call[]> {
  const { actor, tx, query } = context;
  if (!seesTerritoryHome(actor, query.territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, query.territoryId);
  const calls = await callsTo(tx, query.territoryId, [query.organisationId]);
  return calls.map(({ id, at, by, note }) => ({ id, at: at.toISOString(), on: localDateAt(at, zone), by, note }));
}

/** Writes down that the organisation was called. */
export async function recordCall(
  context: RequestContext<unknown, unknown, z.output<typeof RecordCall>>,
): Promise<{ id: Id }> {
  const { actor, tx, body, clock, newId } = context;
  const { territoryId, organisationId, note } = body;
  if (!seesTerritoryHome(actor, territoryId)) throw commonProblem("not-found");
  if (!recordsCall(actor, territoryId) || actor.kind !== "person") throw commonProblem("not-allowed");
  const organisation = await tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("id", "=", organisationId)
    .select("id")
    .executeTakeFirst();
  if (!organisation) throw commonProblem("not-found");
  const id = newId();
  await tx
    .insertInto("phone_call")
    .values({
      territory_id: territoryId,
      id,
      organisation_id: organisationId,
      called_by: actor.personId,
      called_at: clock.now(),
      note,
    })
    .execute();
  await context.journal({
    territoryId,
    action: "call.record",
    subjectKind: "organisation",
    subjectId: organisationId,
    detail: { callId: id },
  });
  return { id };
}
