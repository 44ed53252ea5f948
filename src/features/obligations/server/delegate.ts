import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import type { Tx } from "#platform/db/database.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { notify } from "#features/notices/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Colleague, ObligationRow } from "../model/contract.ts";
import type { HandedOver, HandOver } from "../model/holders.ts";
import { AUTHORITY_ROLES, delegatesObligation, WORKING_ROLES } from "../model/policy.ts";
import { obligationProblem } from "../model/problems.ts";
import { closeReasonInWords } from "../model/text.ts";
import { loadObligation } from "./load-obligation.ts";
import { isPaused, placeOf, presentObligation, type ObligationRecord } from "./obligation-rows.ts";
import { holdersOfRoles } from "./people-of.ts";
import { reportsInWords } from "../model/reports-in-words.ts";

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
  const { actor, tx, params, body, clock } = context;
  const { territoryId, obligationId } = params;
  const row = await handObligation(context, territoryId, obligationId, body);
  if (body.personId) await tellHanded(context, territoryId, body.personId, [row]);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  return presentObligation(await loadObligation(tx, actor, territoryId, obligationId), actor, today);
}

/** Hands several obligations of one organisation to one person, or takes them back; all of them or none. */
export async function handOver(context: RequestContext<unknown, unknown, HandOver>): Promise<HandedOver> {
  const { actor, tx, body, clock } = context;
  const { territoryId, personId } = body;
  const today = clock.today(await timeZoneOf(tx, territoryId));
  // in one order, so that two heads who hand over the same rows at once wait for one another
  const asked = [...new Map(body.rows.map((one) => [one.obligationId, one])).values()].sort((one, other) =>
    one.obligationId < other.obligationId ? -1 : 1,
  );
  const handed: ObligationRecord[] = [];
  for (const { obligationId, version } of asked)
    handed.push(await handObligation(context, territoryId, obligationId, { version, personId }));
  if (personId) await tellHanded(context, territoryId, personId, handed);
  const rows: ObligationRow[] = [];
  for (const { id } of handed)
    rows.push(presentObligation(await loadObligation(tx, actor, territoryId, id), actor, today));
  return { rows };
}

/** The row as it was before; nobody is told yet. */
async function handObligation(
  context: UseCaseContext,
  territoryId: Id,
  obligationId: Id,
  body: { readonly version: number; readonly personId: Id | null },
): Promise<ObligationRecord> {
  const { actor, tx, clock } = context;
  const row = await loadObligation(tx, actor, territoryId, obligationId, true);
  if (!delegatesObligation(actor, placeOf(row))) throw commonProblem("not-allowed");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  if (row.version !== body.version)
    throw commonProblem("stale-write", { extra: { yours: body, theirs: presentObligation(row, actor, today) } });
  if (isPaused(row, today)) throw obligationProblem("obligation-paused");
  if (row.closed_at)
    throw obligationProblem("obligation-closed", { values: { reason: closeReasonInWords(row.close_reason) } });
  if (body.personId && !(await colleaguesOf(tx, row, today)).some((person) => person.id === body.personId))
    throw obligationProblem("not-a-colleague", {
      fields: { personId: "Этот человек не работает в вашей организации." },
    });
  await tx
    .updateTable("obligation")
    .set({ delegated_to: body.personId, version: sql`version + 1` })
    .where("territory_id", "=", territoryId)
    .where("id", "=", row.id)
    .execute();
  if (row.report_id && actor.kind === "person")
    await tx
      .insertInto("report_step")
      .values({
        territory_id: territoryId,
        id: context.newId(),
        report_id: row.report_id,
        step: "delegate",
        person_id: actor.personId,
        at: clock.now(),
      })
      .execute();
  await context.journal({
    territoryId,
    action: "obligation.delegate",
    subjectKind: "obligation",
    subjectId: row.id,
    programmeId: row.programme_id,
    changes: changed({ delegatedTo: row.delegated_to }, { delegatedTo: body.personId }),
  });
  return row;
}

/** One notice however many were handed: the nearest of them by name, the others by their number. */
async function tellHanded(
  context: UseCaseContext,
  territoryId: Id,
  personId: Id,
  rows: readonly ObligationRecord[],
): Promise<void> {
  const [first, ...others] = [...rows].sort((one, other) => (one.due_on < other.due_on ? -1 : 1));
  if (!first) return;
  const more = others.length > 0 ? `, и ещё ${reportsInWords(others.length)}` : "";
  await notify(context, {
    territoryId,
    personIds: [personId],
    kind: "obligation-delegated",
    text: `Вам передали отчёт ${quoted(first.measure_title)}, срок ${dateInWords(first.due_on)}${more}`,
    link: others.length > 0 ? "/todo" : `/todo/${territoryId}/${first.id}`,
    dedupeKey: null,
  });
}
