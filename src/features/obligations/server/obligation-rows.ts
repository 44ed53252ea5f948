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
import type { Tx } from "#platform/db/database.ts";
import type { Tables } from "#platform/db/tables.ts";
import { obligationScope } from "../model/policy.ts";
import { pausedFromSql } from "./paused.ts";

type Bounded = SelectQueryBuilder<any, any, Selectable<Tables["obligation"]>>;

/**
 * Obligations with what stands around them but the names of people; the live report, of which an obligation has at most one, is `r`. Every
 * obligation has its measure, programme and territory, yet all are joined from the left: PostgreSQL leaves out of a count the joins that it
 * asks nothing of. `page` is a query of rows of `obligation` with its own bounds: only these are joined, whatever is known of the size of
 * the tables.
 */
export function selectUnnamed(tx: Tx, territoryId: Id, page?: Bounded) {
  // the rows of the page have the columns of the table, and stand in its place
  const source = page ? (page.as("o") as unknown as "obligation as o") : "obligation as o";
  const owed = tx
    .selectFrom(source)
    .leftJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "o.territory_id").onRef("m.id", "=", "o.measure_id"),
    )
    .leftJoin("programme as p", (join) =>
      join.onRef("p.territory_id", "=", "o.territory_id").onRef("p.id", "=", "o.programme_id"),
    )
    .leftJoin("territory as t", "t.id", "o.territory_id")
    .leftJoin("organisation as b", "b.id", "o.bearer_organisation_id");
  const answered = owed
    .leftJoin("report_obligation as ro", (join) =>
      join.onRef("ro.territory_id", "=", "o.territory_id").onRef("ro.obligation_id", "=", "o.id"),
    )
    .leftJoin("report as r", (join) =>
      join.onRef("r.territory_id", "=", "ro.territory_id").onRef("r.id", "=", "ro.report_id"),
    );
  // each row of a page asks for its own report: left to choose, PostgreSQL reads the reports of the whole territory beside a hundred rows
  const answeredEach = owed.leftJoinLateral(
    (eb) =>
      eb
        .selectFrom("report_obligation as ro")
        .innerJoin("report as of_row", (join) =>
          join.onRef("of_row.territory_id", "=", "ro.territory_id").onRef("of_row.id", "=", "ro.report_id"),
        )
        .whereRef("ro.territory_id", "=", "o.territory_id")
        .whereRef("ro.obligation_id", "=", "o.id")
        .selectAll("of_row")
        .limit(sql.lit(1))
        .as("r"),
    (join) => join.onTrue(),
  );
  return (page ? (answeredEach as unknown as typeof answered) : answered)
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
      "r.id as report_id",
      "r.state as report_state",
      "r.kind as report_kind",
      "r.saved_at",
      "r.submitted_at",
      "r.decided_at",
      "r.decided_by",
      "r.author_person_id",
      "r.remark",
      "r.version as report_version",
    ]);
}

/** As `selectUnnamed`, with the names of the people around each. */
export function selectObligations(tx: Tx, territoryId: Id, page?: Bounded) {
  return selectUnnamed(tx, territoryId, page)
    .leftJoin("person as bp", "bp.id", "o.bearer_person_id")
    .leftJoin("person as dp", "dp.id", "o.delegated_to")
    .leftJoin("person as cp", "cp.id", "r.decided_by")
    .leftJoin("person as ap", "ap.id", "r.author_person_id")
    .select([
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
    ]);
}

/** Columns of `obligation` alone, by which rows are bounded before anything is joined. */
export type Bare = ExpressionBuilder<Tables & { o: Tables["obligation"] }, "o">;

/**
 * As `selectObligations`, what is neither closed nor answered by an accepted report; `bounds` narrow it by columns of the obligation alone.
 * They are found before anything is joined, by an index of such rows alone: a school has done far more in its years than it still has to do.
 */
export function selectOpen(tx: Tx, territoryId: Id, bounds: (eb: Bare) => Expression<SqlBool>) {
  const open = tx
    .selectFrom("obligation as o")
    .selectAll("o")
    .where("o.territory_id", "=", territoryId)
    .where("o.closed_at", "is", null)
    .where(bounds)
    .where(sql<SqlBool>`not o.accepted`);
  return selectObligations(tx, territoryId, open);
}

export type ObligationQuery = ReturnType<typeof selectObligations>;
export type ObligationRecord = Awaited<ReturnType<ObligationQuery["execute"]>>[number];
export type UnnamedRecord = Awaited<ReturnType<ReturnType<typeof selectUnnamed>["execute"]>>[number];

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
