import type { z } from "zod";
import { addDays, daysBetween, localDateAt, type LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { answerersOf, type ObligationRecord } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { LateBearer, LateList, LateQuery } from "../model/contract.ts";
import { asksProgress, isOwnDebt, recordsCall, reminds, seesTerritoryHome, type Debtor } from "../model/policy.ts";
import { bearersOf } from "./bearers.ts";
import { callsTo, type CallRecord } from "./calls.ts";
import { progressRows } from "./progress-groups.ts";
import { remindersOf } from "./reminders-of.ts";

/** Who is late, those with most first; each with the oldest of what they owe and a phone to call. */
export async function listLate(
  context: RequestContext<unknown, z.output<typeof LateQuery>, unknown>,
): Promise<LateList> {
  const { actor, tx, query, clock } = context;
  if (!asksProgress(actor, query.territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, query.territoryId);
  return lateList(tx, actor, query.territoryId, clock.today(zone), zone, query);
}

/** As `listLate`, for pages that ask the rest themselves. Asks no rights. */
export async function lateList(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  today: LocalDate,
  zone: string,
  narrow: { readonly programmeId?: Id | undefined; readonly q?: string } = {},
): Promise<LateList> {
  const filter = { state: "late" as const, programmeId: narrow.programmeId, q: narrow.q };
  // of each what is told of a debtor: the names around a thousand of them cost more than the finding
  const rows: LateRow[] = await progressRows(tx, territoryId, actor, filter, today)
    .clearSelect()
    .select((eb) => [
      "o.id",
      "o.due_on",
      "o.bearer_key",
      "o.bearer_kind",
      "o.bearer_organisation_id",
      "o.bearer_person_id",
      "b.kind as bearer_organisation_kind",
      "p.owner_organisation_id",
      eb.ref("m.number").$notNull().as("measure_number"),
      eb.ref("m.title").$notNull().as("measure_title"),
    ])
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.id")
    .execute();
  const owed = new Map<string, LateRow[]>();
  for (const row of rows) {
    const own = owed.get(row.bearer_key);
    if (own) own.push(row);
    else owed.set(row.bearer_key, [row]);
  }
  const organisationIds = [...new Set(rows.flatMap((row) => row.bearer_organisation_id ?? []))];
  const mayRemind = rows.some(
    (row) =>
      reminds(actor, { territoryId, ownerOrganisationId: row.owner_organisation_id }) &&
      !isOwnDebt(actor, territoryId, debtorOf(row)),
  );
  const [bearers, phones, heads, calls, reminded] = await Promise.all([
    bearersOf(tx, territoryId, [...owed.keys()]),
    phonesOf(tx, organisationIds),
    answerersOf(tx, territoryId, organisationIds, today),
    // what was said on the phone is for those who call, not for the school called
    seesTerritoryHome(actor, territoryId) ? callsTo(tx, territoryId, organisationIds) : [],
    mayRemind ? remindersOf(tx, territoryId, zone) : new Map<string, LocalDate>(),
  ]);
  const present = (bearer: (typeof bearers)[number]): LateBearer => {
    const own = owed.get(bearer.key)!;
    const oldest = own[0]!;
    const answer = heads.filter((person) => person.organisationId === bearer.organisationId);
    const head = answer.find((person) => person.role === "school_head") ?? answer[0];
    return {
      ...bearer,
      phone: phones.get(bearer.organisationId ?? "") ?? "",
      head: bearer.organisationId ? (head?.name ?? "") : "",
      late: own.length,
      oldest: presentOldest(oldest, today),
      lastCall: lastCall(calls, bearer.organisationId, oldest.due_on, zone),
      remindedOn: reminded.get(bearer.key) ?? null,
    };
  };
  // equally late ones stay in the order of the alphabet
  const worstFirst = bearers
    .map(present)
    .sort(
      (a, b) => b.late - a.late || (a.oldest.dueOn < b.oldest.dueOn ? -1 : a.oldest.dueOn > b.oldest.dueOn ? 1 : 0),
    );
  const isOwn = ({ key }: LateBearer) => isOwnDebt(actor, territoryId, debtorOf(owed.get(key)![0]!));
  return {
    today,
    late: rows.length,
    bearers: worstFirst.filter((bearer) => !isOwn(bearer)),
    own: worstFirst.filter(isOwn),
    can: {
      call: recordsCall(actor, territoryId),
      remind: mayRemind,
    },
  };
}

/** Whom to call first: those whose oldest report waits longest, of equals those who owe more. */
export function longestFirst(bearers: readonly LateBearer[]): LateBearer[] {
  return [...bearers].sort((a, b) => b.oldest.days - a.oldest.days || b.late - a.late);
}

type DebtorColumn = "bearer_kind" | "bearer_organisation_id" | "bearer_organisation_kind" | "bearer_person_id";
type LateColumn = "id" | "due_on" | "owner_organisation_id" | "measure_number" | "measure_title" | DebtorColumn;
type LateRow = Pick<ObligationRecord, LateColumn> & { readonly bearer_key: string };

export function debtorOf(row: Pick<ObligationRecord, DebtorColumn>): Debtor {
  return {
    kind: row.bearer_kind,
    organisationId: row.bearer_organisation_id,
    organisationKind: row.bearer_organisation_kind,
    personId: row.bearer_person_id,
  };
}

function presentOldest(row: LateRow, today: LocalDate): LateBearer["oldest"] {
  return {
    obligationId: row.id,
    measureNumber: row.measure_number,
    measureTitle: row.measure_title,
    dueOn: row.due_on,
    days: daysBetween(row.due_on, today),
  };
}

/** A call before the oldest of these was late was about something else. */
function lastCall(
  calls: readonly CallRecord[],
  organisationId: Id | null,
  dueOn: LocalDate,
  zone: string,
): LateBearer["lastCall"] {
  const call = calls.find((one) => one.organisationId === organisationId);
  if (!call) return null;
  const on = localDateAt(call.at, zone);
  return on >= addDays(dueOn, 1) ? { on, by: call.by, note: call.note } : null;
}

/** Phones of organisations that have one or an empty text, by their identifiers. */
export async function phonesOf(tx: Tx, organisationIds: readonly Id[]): Promise<ReadonlyMap<string, string>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await tx.selectFrom("organisation").where("id", "in", organisationIds).select(["id", "phone"]).execute();
  return new Map(rows.map((row) => [row.id, row.phone]));
}
