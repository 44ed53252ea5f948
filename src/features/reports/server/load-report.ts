import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { obligationsById, placeOf, type ObligationRecord } from "#features/obligations/server/public.ts";
import { decidesObligation, type ObligationPlace } from "#features/obligations/model/policy.ts";
import { returnUndoneBy } from "../model/lifecycle.ts";
import { seesReport, type ReportPlace } from "../model/policy.ts";

/** The row of a report, whoever asks; `lock` holds it until the commit. */
export async function reportRecord(tx: Tx, territoryId: Id, reportId: Id, lock: boolean) {
  return tx
    .selectFrom("report")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", reportId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

export type ReportRecord = NonNullable<Awaited<ReturnType<typeof reportRecord>>>;

export interface LoadedReport {
  readonly record: ReportRecord;
  readonly obligations: readonly ObligationRecord[];
  readonly place: ReportPlace;
}

/** A report the actor sees, with the obligations it answers; anything else is «not-found». `lock` holds it until the commit. */
export async function loadReport(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  reportId: Id,
  at: { readonly today: LocalDate; readonly now: Date },
  lock = false,
): Promise<LoadedReport> {
  const seen = await reportRecord(tx, territoryId, reportId, false);
  // who sees the report but writes nothing in its territory cannot lock it; the policy refuses them by name
  const record = lock && seen ? ((await reportRecord(tx, territoryId, reportId, true)) ?? seen) : seen;
  if (!record) throw commonProblem("not-found");
  const links = await tx
    .selectFrom("report_obligation")
    .select("obligation_id")
    .where("territory_id", "=", territoryId)
    .where("report_id", "=", reportId)
    .execute();
  const obligations = await obligationsById(
    tx,
    territoryId,
    links.map((link) => link.obligation_id),
  );
  const places = obligations.map(placeOf);
  const place: ReportPlace = {
    territoryId,
    state: record.state,
    authorPersonId: record.author_person_id,
    senderPersonId: await lastSender(tx, territoryId, reportId),
    returnUndoneBy: returnUndoneBy(
      {
        state: record.state,
        decidedBy: record.decided_by,
        decidedAt: record.decided_at,
        savedAt: record.saved_at,
      },
      at.now,
    ),
    obligations: places,
    deciderIds: await decidersOf(tx, places, at.today),
  };
  if (!seesReport(actor, place)) throw commonProblem("not-found");
  return { record, obligations, place };
}

async function lastSender(tx: Tx, territoryId: Id, reportId: Id): Promise<Id | null> {
  const sent = await tx
    .selectFrom("report_step")
    .select("person_id")
    .where("territory_id", "=", territoryId)
    .where("report_id", "=", reportId)
    .where("step", "=", "submit")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return sent?.person_id ?? null;
}

/** Everyone who runs the programme: read from the same policy, over all roles of the day. */
async function decidersOf(tx: Tx, places: readonly ObligationPlace[], today: LocalDate): Promise<Id[]> {
  const first = places[0];
  if (!first) return [];
  const owner = first.ownerOrganisationId;
  const held = await tx
    .selectFrom("role_assignment")
    .select(["person_id", "role", "organisation_id"])
    .where("territory_id", "=", first.territoryId)
    .where("organisation_id", owner ? "=" : "is", owner)
    .where("role", "in", ["officer", "administrator", "school_head", "deputy"])
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .execute();
  const deciding = held.filter((one) =>
    decidesObligation(
      {
        kind: "person",
        personId: one.person_id,
        accountId: "",
        sessionId: "",
        regionOf: {},
        assignments: [
          {
            role: one.role,
            territoryId: first.territoryId,
            territoryKind: "municipality",
            organisationId: one.organisation_id,
          },
        ],
      },
      first,
    ),
  );
  return deciding.map((one) => one.person_id);
}
