import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { measuresForPlanning, programmeHeader } from "#features/programmes/server/public.ts";
import type { ExistingObligation } from "../model/diff.ts";
import type { PlannedMeasure } from "../model/plan.ts";

export interface PlannedProgramme {
  readonly id: Id;
  readonly title: string;
  readonly status: "draft" | "approved" | "running" | "finished";
  readonly yearKind: "calendar" | "school";
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly ownerOrganisationId: Id | null;
  readonly measures: readonly PlannedMeasure[];
  /** the days from which an amendment binds, by measure, closed ones too (`boundFrom`) */
  readonly bindsFrom: ReadonlyMap<Id, LocalDate>;
}

/** A programme with its open measures as the planner takes them; undefined where there is none. */
export async function loadPlanned(tx: Tx, territoryId: Id, programmeId: Id): Promise<PlannedProgramme | undefined> {
  const planning = await measuresForPlanning(tx, territoryId, programmeId);
  const header = await programmeHeader(tx, territoryId, programmeId);
  if (!planning || !header) return undefined;
  const { programme } = planning;
  const periodScope = { from: programme.startsOn, to: programme.endsOn };
  return {
    ...programme,
    title: header.shortTitle,
    bindsFrom: new Map(planning.measures.flatMap(({ id, bindsFrom }) => (bindsFrom ? [[id, bindsFrom] as const] : []))),
    measures: planning.measures
      .filter((measure) => !measure.closed)
      .map((measure) => ({
        id: measure.id,
        phases: measure.cadence,
        parties: measure.parties,
        reporting: measure.reporting,
        periodScope,
        accountMoments: measure.accountMoments ?? programme.accountMoments,
        plannedYears: measure.plannedYears,
      })),
  };
}

/**
 * Keeps every obligation of the programme from being answered, moved or handed over until the commit. Whether a report has been begun
 * is asked in a later statement, which sees what was committed while this one waited.
 */
export async function lockProgrammeObligations(tx: Tx, territoryId: Id, programmeId: Id): Promise<void> {
  await tx
    .selectFrom("obligation")
    .select("id")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Every obligation of the programme, closed ones too. Whoever will change them locks them first. */
export async function loadExisting(tx: Tx, territoryId: Id, programmeId: Id): Promise<ExistingObligation[]> {
  const rows = await tx
    .selectFrom("obligation as o")
    .leftJoin("report_obligation as ro", (join) =>
      join.onRef("ro.territory_id", "=", "o.territory_id").onRef("ro.obligation_id", "=", "o.id"),
    )
    .where("o.territory_id", "=", territoryId)
    .where("o.programme_id", "=", programmeId)
    .select([
      "o.id",
      "o.measure_id",
      "o.bearer_key",
      "o.occurrence_key",
      "o.opens_on",
      "o.due_on",
      "o.part",
      "o.required",
      "o.closed_at",
      "o.close_reason",
      "o.due_moved",
      "o.reassigned_from",
      "ro.report_id",
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id,
    bearerKey: row.bearer_key,
    occurrenceKey: row.occurrence_key,
    opensOn: row.opens_on,
    dueOn: row.due_on,
    part: row.part,
    required: row.required,
    closedReason: row.closed_at === null ? null : (row.close_reason ?? ""),
    hasReport: row.report_id !== null,
    dueMovedByHand: row.due_moved,
    reassigned: row.reassigned_from !== null,
  }));
}
