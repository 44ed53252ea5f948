import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import type { Tx } from "#platform/db/database.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Colleague, ObligationRow } from "../model/contract.ts";
import type { HandedOver, HandOver } from "../model/holders.ts";
import { AUTHORITY_ROLES, delegatesObligation, WORKING_ROLES } from "../model/policy.ts";
import { obligationProblem } from "../model/problems.ts";
import { closeReasonInWords } from "../model/text.ts";
import { loadObligation, loadObligations } from "./load-obligation.ts";
import type { ObligationRecord } from "./obligation-rows.ts";
import { isPaused, placeOf, presentObligation } from "./present-obligation.ts";
import { holdersOfRoles } from "./people-of.ts";
import { tellHanded } from "./tell-handed.ts";

type Params = { territoryId: Id; obligationId: Id };

/** Who works for the bearing organisation today and signs in: only they may be handed its obligation, or be told of it. */
export async function colleaguesOf(tx: Tx, row: ObligationRecord, today: LocalDate): Promise<Colleague[]> {
  if (!row.bearer_organisation_id) return [];
  const inside = await holdersOfRoles(tx, row.territory_id, WORKING_ROLES, [row.bearer_organisation_id], today);
  const officers =
    row.bearer_organisation_kind === "authority"
      ? await holdersOfRoles(tx, row.territory_id, AUTHORITY_ROLES, null, today)
      : [];
  const positions = await tx
    .selectFrom("membership")
    .where("territory_id", "=", row.territory_id)
    .where("organisation_id", "=", row.bearer_organisation_id)
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .select(["person_id", "position"])
    .orderBy("from_on", "desc")
    .execute();
  const found = new Map<Id, Colleague>();
  for (const person of [...inside, ...officers]) {
    const position = positions.find((one) => one.person_id === person.id)?.position ?? ROLE_NAME[person.role];
    if (!found.has(person.id)) found.set(person.id, { id: person.id, name: person.name, position });
  }
  return [...found.values()];
}

/** People of the bearing organisation to whom the obligation may be handed. */
export async function listColleagues(context: RequestContext<Params, unknown, unknown>): Promise<Colleague[]> {
  const { actor, tx, params, clock } = context;
  const row = await loadObligation(tx, actor, params.territoryId, params.obligationId);
  if (!delegatesObligation(actor, placeOf(row))) throw commonProblem("not-allowed");
  return colleaguesOf(tx, row, clock.today(await timeZoneOf(tx, params.territoryId)));
}

/** Hands the obligation to a colleague, who then may report it, or takes it back (`personId` null). */
export async function delegate(
  context: RequestContext<Params, unknown, { version: number; personId: Id | null }>,
): Promise<ObligationRow> {
  const { territoryId, obligationId } = context.params;
  const { version, personId } = context.body;
  const [row] = await handObligations(context, territoryId, [{ obligationId, version }], personId);
  return row!;
}

/** Hands several obligations of one organisation to one person, or takes them back; all of them or none. */
export async function handOver(context: RequestContext<unknown, unknown, HandOver>): Promise<HandedOver> {
  const { territoryId, personId, rows } = context.body;
  const asked = [...new Map(rows.map((one) => [one.obligationId, one])).values()];
  return { rows: await handObligations(context, territoryId, asked, personId) };
}

/** However many they are, the database is asked of all at once. Answers with the rows as they stand after, in the order of their ids. */
async function handObligations(
  context: UseCaseContext,
  territoryId: Id,
  asked: readonly { readonly obligationId: Id; readonly version: number }[],
  personId: Id | null,
): Promise<ObligationRow[]> {
  const { actor, tx, clock } = context;
  const ids = asked.map(({ obligationId }) => obligationId);
  const rows = await loadObligations(tx, actor, territoryId, ids, true);
  if (!rows.every((row) => delegatesObligation(actor, placeOf(row)))) throw commonProblem("not-allowed");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const versions = new Map(asked.map((one) => [one.obligationId, one.version]));
  for (const row of rows) refuseHanding(row, versions.get(row.id)!, actor, today);
  if (personId) await refuseStranger(tx, rows, personId, today);
  await tx
    .updateTable("obligation")
    .set({ delegated_to: personId, version: sql`version + 1` })
    .where("territory_id", "=", territoryId)
    .where("id", "in", ids)
    .execute();
  await noteHanded(context, territoryId, rows, personId);
  await tellHanded(context, territoryId, personId, rows);
  const handed = await loadObligations(tx, actor, territoryId, ids);
  return handed.map((row) => presentObligation(row, actor, today));
}

function refuseHanding(row: ObligationRecord, version: number, actor: Actor, today: LocalDate): void {
  if (row.version !== version)
    throw commonProblem("stale-write", {
      extra: { yours: { version }, theirs: presentObligation(row, actor, today) },
    });
  if (isPaused(row, today)) throw obligationProblem("obligation-paused");
  if (row.closed_at)
    throw obligationProblem("obligation-closed", { values: { reason: closeReasonInWords(row.close_reason) } });
  if (row.report_state === "submitted" || row.report_state === "accepted") throw obligationProblem("obligation-given");
}

/** Whoever takes them over works for each organisation that bears them; mostly it is one. */
async function refuseStranger(
  tx: Tx,
  rows: readonly ObligationRecord[],
  personId: Id,
  today: LocalDate,
): Promise<void> {
  const bearers = new Map(rows.map((row) => [row.bearer_organisation_id, row]));
  for (const row of bearers.values()) {
    if ((await colleaguesOf(tx, row, today)).some((person) => person.id === personId)) continue;
    throw obligationProblem("not-a-colleague", {
      fields: { personId: "Этот человек не работает в вашей организации." },
    });
  }
}

/** In the history of reports begun, and in the journal: each by itself, as it is read. */
async function noteHanded(
  context: UseCaseContext,
  territoryId: Id,
  rows: readonly ObligationRecord[],
  personId: Id | null,
): Promise<void> {
  const { actor, tx, clock } = context;
  const reports = [...new Set(rows.flatMap((row) => row.report_id ?? []))];
  if (reports.length > 0 && actor.kind === "person")
    await tx
      .insertInto("report_step")
      .values(
        reports.map((reportId) => ({
          territory_id: territoryId,
          id: context.newId(),
          report_id: reportId,
          step: "delegate" as const,
          person_id: actor.personId,
          at: clock.now(),
        })),
      )
      .execute();
  for (const row of rows)
    await context.journal({
      territoryId,
      action: "obligation.delegate",
      subjectKind: "obligation",
      subjectId: row.id,
      programmeId: row.programme_id,
      changes: changed({ delegatedTo: row.delegated_to }, { delegatedTo: personId }),
    });
}
