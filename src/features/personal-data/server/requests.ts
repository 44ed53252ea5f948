import type { z } from "zod";
import type { Selectable } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { reachOf } from "#platform/http/reach.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { addWorkingDays } from "#features/calendar/model/working-days.ts";
import { notify } from "#features/notices/server/public.ts";
import { fullName } from "#features/people/model/names.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { NewRequest, RequestList, RequestView, SettleRequest } from "../model/contract.ts";
import { keepsPersonalData } from "../model/policy.ts";
import { personalDataProblem } from "../model/problems.ts";
import { REQUEST_RULES } from "../model/requests.ts";
import type { DataRequestTable } from "./tables.ts";

/** Asks about one's own data; the day of the answer is counted in working days by the law. */
export async function askRequest(context: UseCaseContext, body: z.output<typeof NewRequest>): Promise<{ id: Id }> {
  const { actor, tx, clock } = context;
  if (actor.kind !== "person" || !belongsToTerritory(actor, body.territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, body.territoryId));
  const id = context.newId();
  await tx
    .insertInto("data_request")
    .values({
      territory_id: body.territoryId,
      id,
      person_id: actor.personId,
      kind: body.kind,
      text: body.text,
      asked_on: today,
      due_on: addWorkingDays(today, REQUEST_RULES[body.kind].workingDays),
      asked_at: clock.now(),
    })
    .execute();
  // a reader writes nowhere: nobody is told, the request stands in the administrator's list all the same
  const writes = reachOf(actor).writes.includes(body.territoryId);
  await context.journal({
    territoryId: writes ? body.territoryId : null,
    action: "data-request.ask",
    subjectKind: "data_request",
    subjectId: id,
    detail: { kind: body.kind },
  });
  if (writes)
    await notify(context, {
      territoryId: body.territoryId,
      personIds: await administratorsOf(context, body.territoryId),
      kind: "data-request",
      text: `Обращение о персональных данных: ${REQUEST_RULES[body.kind].title.toLocaleLowerCase("ru")}`,
      link: "/personal-data/requests",
      dedupeKey: null,
    });
  return { id };
}

/** Administrators of a territory; those whose role has ended are not told (see `notify`). */
export async function administratorsOf({ tx }: Pick<UseCaseContext, "tx">, territoryId: Id): Promise<Id[]> {
  const rows = await tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .where("role", "=", "administrator")
    .where("organisation_id", "is", null)
    .select("person_id")
    .distinct()
    .execute();
  return rows.map((row) => row.person_id);
}

/** Requests of a territory, those to be answered first, the soonest due on top. */
export async function listRequests(context: UseCaseContext, territoryId: Id): Promise<z.output<typeof RequestList>> {
  const { actor, tx, clock } = context;
  if (!keepsPersonalData(actor, territoryId)) throw commonProblem("not-found");
  const rows = await requestRows(context, territoryId).limit(500).execute();
  return { items: rows.map(presentRequest), today: clock.today(await timeZoneOf(tx, territoryId)) };
}

/** What the person asked in every territory that the transaction reaches. */
export async function requestsOfPerson(
  context: UseCaseContext,
  personId: Id,
  territoryId?: Id,
): Promise<RequestView[]> {
  const rows = await requestRows(context, territoryId).where("q.person_id", "=", personId).execute();
  return rows.map(presentRequest);
}

/** Answers a request; the person reads the answer on their own page and is told of it. */
export async function settleRequest(
  context: UseCaseContext,
  requestId: Id,
  body: z.output<typeof SettleRequest>,
): Promise<{ ok: true }> {
  const { actor, tx, clock } = context;
  const { territoryId } = body;
  if (actor.kind !== "person" || !keepsPersonalData(actor, territoryId)) throw commonProblem("not-found");
  const row = await tx
    .selectFrom("data_request")
    .where("territory_id", "=", territoryId)
    .where("id", "=", requestId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw commonProblem("not-found");
  if (row.state !== "open") throw personalDataProblem("request-settled");
  if (row.version !== body.version)
    throw commonProblem("stale-write", { extra: { stored: { version: row.version }, sent: body } });
  await tx
    .updateTable("data_request")
    .set({
      state: body.state,
      answer: body.answer,
      settled_at: clock.now(),
      settled_by: actor.personId,
      version: row.version + 1,
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", requestId)
    .execute();
  await context.journal({
    territoryId,
    action: "data-request.settle",
    subjectKind: "data_request",
    subjectId: requestId,
    detail: { state: body.state },
  });
  await notify(context, {
    territoryId,
    personIds: [row.person_id],
    kind: "data-request-settled",
    text: "На ваше обращение о персональных данных ответили",
    link: "/my-data",
    dedupeKey: null,
  });
  return { ok: true };
}

function requestRows({ tx }: UseCaseContext, territoryId?: Id) {
  return tx
    .selectFrom("data_request as q")
    .innerJoin("person as p", "p.id", "q.person_id")
    .$if(territoryId !== undefined, (query) => query.where("q.territory_id", "=", territoryId!))
    .selectAll("q")
    .select(["p.family_name", "p.given_name", "p.patronymic"])
    .orderBy("q.settled_at", (by) => by.desc().nullsFirst())
    .orderBy("q.due_on")
    .orderBy("q.id");
}

type RequestRow = Selectable<DataRequestTable> & { family_name: string; given_name: string; patronymic: string };

function presentRequest(row: RequestRow): RequestView {
  const { title, source } = REQUEST_RULES[row.kind];
  return {
    id: row.id,
    personId: row.person_id,
    personName: fullName(row),
    kind: row.kind,
    title,
    text: row.text,
    state: row.state,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    answer: row.answer,
    settledAt: row.settled_at?.toISOString() ?? null,
    source,
    version: row.version,
  };
}
