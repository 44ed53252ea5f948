import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Selectable,
  type SelectQueryBuilder,
  type SqlBool,
} from "kysely";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Tables } from "#platform/db/tables.ts";
import { shortName } from "#features/people/model/names.ts";
import type { ObligationRow } from "../model/contract.ts";
import {
  decidesObligation,
  delegatesObligation,
  obligationScope,
  reportsObligation,
  seesDrafts,
  type ObligationPlace,
} from "../model/policy.ts";
import { obligationState } from "../model/state.ts";
import { pausedFromSql } from "./paused.ts";
import { occurrenceInWords, periodInWords } from "../model/text.ts";

/**
 * Obligations with what stands around them; the live report, of which an obligation has at most one, is `r`. Every obligation has its
 * measure, programme and territory, yet all are joined from the left: PostgreSQL leaves out of a count the joins that it asks nothing of.
 * `page` is a query of rows of `obligation` with its own bounds: only these are joined, whatever is known of the size of the tables.
 */
export function selectObligations(
  tx: Tx,
  territoryId: Id,
  page?: SelectQueryBuilder<any, any, Selectable<Tables["obligation"]>>,
) {
  // the rows of the page have the columns of the table, and stand in its place
  const source = page ? (page.as("o") as unknown as "obligation as o") : "obligation as o";
  return tx
    .selectFrom(source)
    .leftJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "o.territory_id").onRef("m.id", "=", "o.measure_id"),
    )
    .leftJoin("programme as p", (join) =>
      join.onRef("p.territory_id", "=", "o.territory_id").onRef("p.id", "=", "o.programme_id"),
    )
    .leftJoin("territory as t", "t.id", "o.territory_id")
    .leftJoin("organisation as b", "b.id", "o.bearer_organisation_id")
    .leftJoin("person as bp", "bp.id", "o.bearer_person_id")
    .leftJoin("person as dp", "dp.id", "o.delegated_to")
    .leftJoin("report_obligation as ro", (join) =>
      join.onRef("ro.territory_id", "=", "o.territory_id").onRef("ro.obligation_id", "=", "o.id"),
    )
    .leftJoin("report as r", (join) =>
      join.onRef("r.territory_id", "=", "ro.territory_id").onRef("r.id", "=", "ro.report_id"),
    )
    .leftJoin("person as cp", "cp.id", "r.decided_by")
    .leftJoin("person as ap", "ap.id", "r.author_person_id")
    .where("o.territory_id", "=", territoryId)
    .select((eb) => [
      "o.id",
      "o.territory_id",
      "o.programme_id",
      "o.measure_id",
      "o.bearer_kind",
      "o.bearer_organisation_id",
      "o.bearer_person_id",
      "o.part",
      "o.occurrence_key",
      "o.opens_on",
      "o.due_on",
      "o.due_moved",
      "o.required",
      "o.delegated_to",
      "o.closed_at",
      "o.close_reason",
      "o.created_at",
      "o.version",
      pausedFromSql.as("paused_from"),
      eb.ref("m.number").$notNull().as("measure_number"),
      eb.ref("m.title").$notNull().as("measure_title"),
      sql<string>`coalesce(nullif(p.short_title, ''), p.title)`.as("programme_title"),
      "p.owner_organisation_id",
      eb.ref("t.short_name").$notNull().as("territory_name"),
      eb.ref("t.time_zone").$notNull().as("time_zone"),
      "b.short_name as bearer_name",
      "b.kind as bearer_organisation_kind",
      "bp.family_name as bp_family",
      "bp.given_name as bp_given",
      "bp.patronymic as bp_patronymic",
      "dp.family_name as dp_family",
      "dp.given_name as dp_given",
      "dp.patronymic as dp_patronymic",
      "cp.family_name as cp_family",
      "cp.given_name as cp_given",
      "cp.patronymic as cp_patronymic",
      "ap.family_name as ap_family",
      "ap.given_name as ap_given",
      "ap.patronymic as ap_patronymic",
      "r.id as report_id",
      "r.state as report_state",
      "r.kind as report_kind",
      "r.saved_at",
      "r.submitted_at",
      "r.decided_at",
      "r.remark",
      "r.version as report_version",
    ]);
}

type Bare = ExpressionBuilder<Tables & { o: Tables["obligation"] }, "o">;

/**
 * Not answered by an accepted report: asked of each row alone, by the row's own index. The states that it may have are named, because of
 * «anything but accepted» PostgreSQL thinks that it is nearly all, and reads every report of the territory for them.
 */
const unfinished = sql<SqlBool>`coalesce((select r.state from report_obligation ro
  join report r on r.territory_id = ro.territory_id and r.id = ro.report_id
  where ro.territory_id = o.territory_id and ro.obligation_id = o.id), 'none') in ('none', 'draft', 'submitted', 'returned')`;

/**
 * As `selectObligations`, what is neither closed nor answered by an accepted report; `bounds` narrow it by columns of the obligation alone.
 * They are found before anything is joined: a school has done far more in its years than it still has to do.
 */
export function selectOpen(tx: Tx, territoryId: Id, bounds: (eb: Bare) => Expression<SqlBool>) {
  const open = tx
    .selectFrom("obligation as o")
    .selectAll("o")
    .where("o.territory_id", "=", territoryId)
    .where("o.closed_at", "is", null)
    .where(bounds)
    .where(unfinished);
  return selectObligations(tx, territoryId, open);
}

export type ObligationQuery = ReturnType<typeof selectObligations>;
export type ObligationRecord = Awaited<ReturnType<ObligationQuery["execute"]>>[number];

type Scoped = ExpressionBuilder<Tables & { o: Tables["obligation"]; p: Tables["programme"] }, "o" | "p">;

/** The condition under which the actor sees a row: `seesObligation` in SQL. The query names the obligation `o` and its programme `p`. */
export function seenBy(actor: Actor, territoryId: Id) {
  const scope = obligationScope(actor, territoryId);
  return (eb: Scoped) => {
    if (scope.kind === "all") return sql<SqlBool>`true`;
    if (scope.kind === "none") return sql<SqlBool>`false`;
    const { personId, organisationIds, ownerIds, workplaceIds } = scope;
    return eb.or([
      eb("o.bearer_person_id", "=", personId),
      ...(workplaceIds.length > 0
        ? [eb.and([eb("o.delegated_to", "=", personId), eb("o.bearer_organisation_id", "in", workplaceIds)])]
        : []),
      ...(organisationIds.length > 0 ? [eb("o.bearer_organisation_id", "in", organisationIds)] : []),
      ...(ownerIds.length > 0 ? [eb("p.owner_organisation_id", "in", ownerIds)] : []),
    ]);
  };
}

export function placeOf(row: ObligationRecord): ObligationPlace {
  return {
    territoryId: row.territory_id,
    bearerKind: row.bearer_kind,
    bearerOrganisationId: row.bearer_organisation_id,
    bearerOrganisationKind: row.bearer_organisation_kind,
    bearerPersonId: row.bearer_person_id,
    delegatedTo: row.delegated_to,
    ownerOrganisationId: row.owner_organisation_id,
  };
}

function nameOf(family: string | null, given: string | null, patronymic: string | null): string | null {
  return family === null
    ? null
    : shortName({ family_name: family, given_name: given ?? "", patronymic: patronymic ?? "" });
}

/** Its organisation, its person, or the territory. */
export function bearerNameOf(
  row: Pick<ObligationRecord, "bearer_name" | "bp_family" | "bp_given" | "bp_patronymic" | "territory_name">,
): string {
  return row.bearer_name ?? nameOf(row.bp_family, row.bp_given, row.bp_patronymic) ?? row.territory_name;
}

/** Whether it stands still on the day with its programme or measure: `pausedSql` of a row in hand. */
export function isPaused(row: Pick<ObligationRecord, "paused_from">, today: LocalDate): boolean {
  return row.paused_from !== null && row.paused_from <= today;
}

/** A row as it leaves the server, with what this actor may do with it. */
export function presentObligation(row: ObligationRecord, actor: Actor, today: LocalDate): ObligationRow {
  const place = placeOf(row);
  const closed = row.closed_at !== null;
  const reportState = row.report_state;
  const paused = isPaused(row, today);
  const open = !closed && !paused && reportState !== "accepted" && reportState !== "submitted";
  return {
    id: row.id,
    territoryId: row.territory_id,
    programmeId: row.programme_id,
    programmeTitle: row.programme_title,
    measureId: row.measure_id,
    measureNumber: row.measure_number,
    measureTitle: row.measure_title,
    bearer: {
      kind: row.bearer_kind,
      organisationId: row.bearer_organisation_id,
      organisationKind: row.bearer_organisation_kind,
      name: bearerNameOf(row),
    },
    part: row.part,
    occurrence: occurrenceInWords({ occurrenceKey: row.occurrence_key, opensOn: row.opens_on, dueOn: row.due_on }),
    period: periodInWords(row.occurrence_key),
    opensOn: row.opens_on,
    dueOn: row.due_on,
    dueMoved: row.due_moved,
    required: row.required,
    delegatedTo: row.delegated_to
      ? { id: row.delegated_to, name: nameOf(row.dp_family, row.dp_given, row.dp_patronymic) ?? "" }
      : null,
    closed,
    closeReason: row.close_reason,
    state: obligationState({ dueOn: row.due_on, closed, paused, reportState, reportKind: row.report_kind }, today),
    report: presentReport(row, actor),
    version: row.version,
    can: {
      report: open && reportsObligation(actor, place),
      delegate: open && delegatesObligation(actor, place),
      moveDue: open && decidesObligation(actor, place),
    },
  };
}

function presentReport(row: ObligationRecord, actor: Actor): ObligationRow["report"] {
  if (row.report_id === null || row.report_state === null || row.report_kind === null) return null;
  if (row.report_state === "draft" && !seesDrafts(actor, row.territory_id)) return null;
  return {
    id: row.report_id,
    state: row.report_state,
    kind: row.report_kind,
    authorName: nameOf(row.ap_family, row.ap_given, row.ap_patronymic),
    savedAt: row.saved_at!.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    deciderName: nameOf(row.cp_family, row.cp_given, row.cp_patronymic),
    remark: row.remark ?? "",
  };
}
