import { sql, type SqlBool } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { placeOf, selectObligations, type ObligationRecord } from "#features/obligations/server/public.ts";
import { decidesObligation, type ObligationPlace } from "#features/obligations/model/policy.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { returnUndoneBy } from "../model/lifecycle.ts";
import { seesReport, type ReportPlace } from "../model/policy.ts";
import type { OfReport } from "./report-parts.ts";

/** The row of a report, whoever asks; `lock` holds it until the commit. */
export async function reportRecord(tx: Tx, territoryId: Id, reportId: Id, lock: boolean) {
  const [row] = await rowOf(tx, { territoryId, reportId }, lock ? "locked" : "");
  return row;
}

const rowOf = hot((tx, { territoryId, reportId }: OfReport, shape) =>
  tx
    .selectFrom("report")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", reportId)
    .$if(shape === "locked", (query) => query.forUpdate()),
);

export type ReportRecord = NonNullable<Awaited<ReturnType<typeof reportRecord>>>;

export interface LoadedReport {
  readonly record: ReportRecord;
  readonly obligations: readonly ObligationRecord[];
  readonly place: ReportPlace;
  /** of its territory */
  readonly zone: string;
  readonly today: LocalDate;
}

/**
 * A report the actor sees, with the obligations it answers; anything else is «not-found». `lock` holds it until the commit: what hangs on it
 * is asked after the lock, in the same journey.
 */
export async function loadReport(
  { tx, actor, clock }: Pick<UseCaseContext, "tx" | "actor" | "clock">,
  territoryId: Id,
  reportId: Id,
  lock = false,
): Promise<LoadedReport> {
  const [zone, seen, locked, obligations, senderPersonId] = await Promise.all([
    timeZoneOf(tx, territoryId),
    reportRecord(tx, territoryId, reportId, false),
    lock ? reportRecord(tx, territoryId, reportId, true) : undefined,
    obligationsOf(tx, { territoryId, reportId }),
    lastSender(tx, territoryId, reportId),
  ]);
  // who sees the report but writes nothing in its territory cannot lock it; the policy refuses them by name
  const record = locked ?? seen;
  if (!record) throw commonProblem("not-found");
  const today = clock.today(zone);
  const deciderIds = await decidersOf(tx, obligations.map(placeOf), today);
  const place = reportPlace(record, obligations, { senderPersonId, deciderIds }, clock.now());
  if (!seesReport(actor, place)) throw commonProblem("not-found");
  return { record, obligations, place, zone, today };
}

/** The report as its sender wrote it just now: who runs its programme is asked anew only where it is another side's. */
export async function asSent(
  { tx, clock }: Pick<UseCaseContext, "tx" | "clock">,
  loaded: LoadedReport,
  record: ReportRecord,
  obligations: readonly ObligationRecord[],
  senderPersonId: Id | null,
): Promise<LoadedReport> {
  const { today, place: before } = loaded;
  const isSameSide = loaded.obligations[0]?.owner_organisation_id === obligations[0]?.owner_organisation_id;
  const deciderIds = isSameSide ? before.deciderIds : await decidersOf(tx, obligations.map(placeOf), today);
  const place = reportPlace(record, obligations, { senderPersonId, deciderIds }, clock.now());
  return { ...loaded, record, obligations, place };
}

/** The report's place for the questions of the policy, with whom it was sent by and who runs its programme. */
function reportPlace(
  record: ReportRecord,
  obligations: readonly ObligationRecord[],
  people: Pick<ReportPlace, "senderPersonId" | "deciderIds">,
  now: Date,
): ReportPlace {
  const { state, decided_by: decidedBy, decided_at: decidedAt, saved_at: savedAt } = record;
  return {
    territoryId: record.territory_id,
    state,
    authorPersonId: record.author_person_id,
    returnUndoneBy: returnUndoneBy({ state, decidedBy, decidedAt, savedAt }, now),
    obligations: obligations.map(placeOf),
    ...people,
  };
}

/** By an array: with a join more PostgreSQL would join every report of the territory before it looks which are asked. */
const obligationsOf = hot((tx, { territoryId, reportId }: OfReport) =>
  selectObligations(tx, territoryId)
    .where(
      sql<SqlBool>`o.id = any(array(select obligation_id from report_obligation
        where territory_id = ${territoryId} and report_id = ${reportId}))`,
    )
    .orderBy("o.due_on")
    .orderBy("o.id"),
);

async function lastSender(tx: Tx, territoryId: Id, reportId: Id): Promise<Id | null> {
  const [sent] = await lastSubmit(tx, { territoryId, reportId });
  return sent?.person_id ?? null;
}

const lastSubmit = hot((tx, { territoryId, reportId }: OfReport) =>
  tx
    .selectFrom("report_step")
    .select("person_id")
    .where("territory_id", "=", territoryId)
    .where("report_id", "=", reportId)
    .where("step", "=", "submit")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1),
);

/** Everyone who runs the programme: read from the same policy, over all roles of the day. */
async function decidersOf(tx: Tx, places: readonly ObligationPlace[], today: LocalDate): Promise<Id[]> {
  const first = places[0];
  if (!first) return [];
  const { territoryId, ownerOrganisationId } = first;
  const held = await leaders(tx, { territoryId, owner: ownerOrganisationId ?? undefined, today });
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

interface LedOn {
  readonly territoryId: Id;
  readonly owner: Id | undefined;
  readonly today: LocalDate;
}

const leaders = hot((tx, { territoryId, owner, today }: LedOn) =>
  tx
    .selectFrom("role_assignment")
    .select(["person_id", "role", "organisation_id"])
    .where("territory_id", "=", territoryId)
    .where("organisation_id", owner ? "=" : "is", owner ?? null)
    .where("role", "in", ["officer", "administrator", "school_head", "deputy"])
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)])),
);
