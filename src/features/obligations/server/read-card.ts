import { addDays, localDateAt, partsOf, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import type { Tx } from "#platform/db/database.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { ObligationCard } from "../model/contract.ts";
import { seesDrafts } from "../model/policy.ts";
import { occurrenceInWords, periodInWords } from "../model/text.ts";
import { loadObligation } from "./load-obligation.ts";
import { seenBy, selectObligations, selectOpen, type ObligationRecord } from "./obligation-rows.ts";
import { presentObligation } from "./present-obligation.ts";
import { pauseCovers, pausedSql } from "./paused.ts";
import { checkersOf } from "./people-of.ts";
import { plannedValuesOf } from "./planned-values.ts";

/** What the report form and the report page say of one obligation. */
export async function readCard(
  context: RequestContext<{ territoryId: Id; obligationId: Id }, unknown, unknown>,
): Promise<ObligationCard> {
  const { actor, tx, params, clock } = context;
  const zone = await timeZoneOf(tx, params.territoryId);
  const today = clock.today(zone);
  const row = await loadObligation(tx, actor, params.territoryId, params.obligationId);
  const measure = await tx
    .selectFrom("measure as m")
    .innerJoin("programme as p", (join) =>
      join.onRef("p.territory_id", "=", "m.territory_id").onRef("p.id", "=", "m.programme_id"),
    )
    .where("m.territory_id", "=", params.territoryId)
    .where("m.id", "=", row.measure_id)
    .select([
      "m.due_text",
      "m.result",
      "m.report_document",
      "p.title",
      "p.starts_on",
      "p.ends_on",
      "p.officer_person_id",
    ])
    .executeTakeFirstOrThrow();
  const checkers = await checkersOf(
    tx,
    {
      territoryId: params.territoryId,
      ownerOrganisationId: row.owner_organisation_id,
      officerPersonId: measure.officer_person_id,
    },
    today,
  );
  return {
    ...presentObligation(row, actor, today),
    programmeName: measure.title,
    programmeYears: yearsInWords(measure.starts_on, measure.ends_on),
    dueText: measure.due_text,
    result: measure.result,
    reportDocument: measure.report_document,
    planIsShared: await isShared(tx, row),
    plannedValues: [...(await plannedValuesOf(tx, params.territoryId, [row.id])).get(row.id)!],
    checkers: [...new Set(checkers.map((person) => person.name))],
    pause: await pauseOf(tx, row),
    lastTime: await lastTimeOf(context, row, zone),
    basis: await basisOf(context, row),
    ...(await besideOf(context, row, today)),
  };
}

/** The earliest of the pauses that stand over it or are to come: as `pausedFromSql`, with its words. */
async function pauseOf(tx: Tx, row: ObligationRecord): Promise<ObligationCard["pause"]> {
  const found = await tx
    .selectFrom("obligation as o")
    .innerJoin("pause as x", (join) => join.on(pauseCovers()))
    .where("o.territory_id", "=", row.territory_id)
    .where("o.id", "=", row.id)
    .where("x.resumed_on", "is", null)
    .select(["x.from_on", "x.reason", "x.measure_id"])
    .orderBy("x.from_on")
    .orderBy("x.id")
    .executeTakeFirst();
  return found ? { from: found.from_on, reason: found.reason, ofProgramme: found.measure_id === null } : null;
}

function yearsInWords(from: LocalDate, to: LocalDate): string {
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  return first === last ? String(first) : `${first}–${last}`;
}

async function isShared(tx: Tx, row: ObligationRecord): Promise<boolean> {
  const found = await tx
    .selectFrom("obligation")
    .where("territory_id", "=", row.territory_id)
    .where("measure_id", "=", row.measure_id)
    .where("occurrence_key", "=", row.occurrence_key)
    .where("id", "!=", row.id)
    .where("closed_at", "is", null)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The last accepted report of the same bearer on the same measure, for an earlier due day, where the actor sees it. */
async function lastTimeOf(
  { actor, tx }: UseCaseContext,
  row: ObligationRecord,
  zone: string,
): Promise<ObligationCard["lastTime"]> {
  const found = await earlierOf(tx, actor, row).where("r.state", "=", "accepted").executeTakeFirst();
  if (!found?.report_id || !found.decided_at) return null;
  return { reportId: found.report_id, acceptedOn: localDateAt(found.decided_at, zone) };
}

/** The last report that was sent, not only accepted: its writer may lean on their own words while they are still checked. */
async function basisOf({ actor, tx }: UseCaseContext, row: ObligationRecord): Promise<ObligationCard["basis"]> {
  const found = await earlierOf(tx, actor, row)
    .where("r.state", "in", ["submitted", "accepted"])
    .where("r.kind", "=", "done")
    // a report on several days, this one among them, is no basis of itself
    .$if(row.report_id !== null, (rows) => rows.where("r.id", "!=", row.report_id))
    .executeTakeFirst();
  if (!found?.report_id) return null;
  const { occurrence_key: occurrenceKey, opens_on: opensOn, due_on: dueOn } = found;
  return { reportId: found.report_id, occurrence: occurrenceInWords({ occurrenceKey, opensOn, dueOn }) };
}

/** What the same bearer owed before by the same measure, where the actor sees it; the last one first, one of them. */
function earlierOf(tx: Tx, actor: UseCaseContext["actor"], row: ObligationRecord) {
  return selectObligations(tx, row.territory_id)
    .where(seenBy(actor, row.territory_id))
    .where("o.measure_id", "=", row.measure_id)
    .where("o.bearer_kind", "=", row.bearer_kind)
    .where("o.bearer_organisation_id", row.bearer_organisation_id ? "=" : "is", row.bearer_organisation_id)
    .where("o.bearer_person_id", row.bearer_person_id ? "=" : "is", row.bearer_person_id)
    .where("o.due_on", "<", row.due_on)
    .orderBy("o.due_on", "desc")
    .limit(1);
}

const OTHERS_SHOWN = 60;
const OTHERS_AHEAD_DAYS = 92;

/**
 * Open obligations of the same bearer and the same checkers that the actor sees, begun by today and not paused: those that no other
 * report answers, and those that a report of their own holds, not sent yet, where the actor sees drafts.
 */
async function besideOf(
  { actor, tx }: UseCaseContext,
  row: ObligationRecord,
  today: LocalDate,
): Promise<Pick<ObligationCard, "others" | "begun">> {
  if (row.bearer_kind !== "organisation") return { others: [], begun: [] };
  const open = selectOpen(tx, row.territory_id, (eb) =>
    eb.and([
      eb("o.bearer_organisation_id", "=", row.bearer_organisation_id),
      eb("o.id", "!=", row.id),
      eb("o.opens_on", "<=", today),
      eb("o.due_on", "<=", addDays(today, OTHERS_AHEAD_DAYS)),
    ]),
  );
  const beside = open
    .where(seenBy(actor, row.territory_id))
    .where("p.owner_organisation_id", row.owner_organisation_id ? "=" : "is", row.owner_organisation_id)
    .where((eb) => eb.or([eb.not(pausedSql(today)), eb("r.id", "=", row.report_id)]))
    .orderBy("o.due_on")
    .orderBy("o.id")
    .limit(OTHERS_SHOWN);
  const free = await beside.where((eb) => eb.or([eb("r.id", "is", null), eb("r.id", "=", row.report_id)])).execute();
  const held = await beside
    .where("r.state", "in", ["draft", "returned"])
    .$if(row.report_id !== null, (rows) => rows.where("r.id", "!=", row.report_id))
    .execute();
  const shown = (other: ObligationRecord) => ({
    id: other.id,
    measureNumber: other.measure_number,
    measureTitle: other.measure_title,
    programmeTitle: other.programme_title,
    period: periodInWords(other.occurrence_key),
    dueOn: other.due_on,
  });
  return {
    others: free.map(shown),
    begun: seesDrafts(actor, row.territory_id) ? held.map(shown) : [],
  };
}
