import { sql, type ExpressionBuilder, type RawBuilder } from "kysely";
import { addDays, localDate, partsOf, schoolYearOf, type LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext } from "#platform/http/route.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Tables } from "#platform/db/tables.ts";
import { belongsToTerritory, isKnown, leadsTerritory, seesOrganisation } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { ObligationRow, SchoolHome } from "../model/contract.ts";
import { isTerritoryMethodologist, workplacesOf } from "../model/policy.ts";
import { endOfWeek } from "../model/state.ts";
import { pausedSql } from "./paused.ts";
import { selectObligations, selectOpen, type ObligationQuery } from "./obligation-rows.ts";
import { presentObligation } from "./present-obligation.ts";

/** Days ahead that «Скоро» holds; what is later stands behind «Показать до конца года». */
export const SOON_SHOWN_DAYS = 31;
const MOST_SHOWN = 1000;

/**
 * What one place owes: an organisation's obligations to its people, delegated ones to a teacher. An officer, whose role is held at
 * the territory, gets those of the authority and of the territory itself; a methodologist those of the methodological centre.
 */
export function owedAt(tx: Tx, actor: Actor, territoryId: Id, organisationId: Id | undefined): ObligationQuery {
  return selectObligations(tx, territoryId).where(ofPlace(actor, territoryId, organisationId));
}

/** As `owedAt`, what is not done yet; with `after`, what is due later than that day. */
export function openAt(tx: Tx, actor: Actor, territoryId: Id, organisationId: Id | undefined, after?: LocalDate) {
  const place = ofPlace(actor, territoryId, organisationId);
  return selectOpen(tx, territoryId, (eb) => (after ? eb.and([place(eb), eb("o.due_on", ">", after)]) : place(eb)));
}

type Owed = ExpressionBuilder<Tables & { o: Tables["obligation"] }, "o">;

function ofPlace(actor: Actor, territoryId: Id, organisationId: Id | undefined) {
  const me = isKnown(actor) ? actor.personId : null;
  const workplaces = workplacesOf(actor, territoryId);
  const whole = organisationId !== undefined && seesOrganisation(actor, territoryId, organisationId);
  const kind = organisationId
    ? null
    : leadsTerritory(actor, territoryId)
      ? ("authority" as const)
      : isTerritoryMethodologist(actor, territoryId)
        ? ("methodological_centre" as const)
        : null;
  return (eb: Owed) =>
    eb.or([
      eb("o.bearer_person_id", "=", me),
      ...(workplaces.organisationIds.length > 0
        ? [eb.and([eb("o.delegated_to", "=", me), eb("o.bearer_organisation_id", "in", workplaces.organisationIds)])]
        : []),
      ...(workplaces.authority
        ? [
            eb.and([
              eb("o.delegated_to", "=", me),
              eb("o.bearer_organisation_id", "in", officesOf(territoryId, "authority")),
            ]),
          ]
        : []),
      ...(whole ? [eb("o.bearer_organisation_id", "=", organisationId)] : []),
      ...(kind ? [eb("o.bearer_organisation_id", "in", officesOf(territoryId, kind))] : []),
      ...(kind === "authority" ? [eb("o.bearer_kind", "=", "territory")] : []),
    ]);
}

/** Asked of the organisations first: joined, every obligation of the territory would be looked at. */
function officesOf(territoryId: Id, kind: "authority" | "methodological_centre"): RawBuilder<Id> {
  return sql<Id>`(select id from organisation where territory_id = ${territoryId} and kind = ${kind})`;
}

/** 31 December, or 31 August when the calendar year is nearly over. */
function laterEdge(today: LocalDate): { until: LocalDate; kind: SchoolHome["laterUntil"] } {
  const { year, month } = partsOf(today);
  if (month <= 10) return { until: localDate(`${year}-12-31`), kind: "year" };
  return { until: localDate(`${schoolYearOf(today) + 1}-08-31`), kind: "schoolYear" };
}

/** What the place owes, by how near it is: late, this week, soon, later; with what was returned and what waits for the checker. */
export async function readHome(
  context: RequestContext<unknown, { territoryId: Id; organisationId?: Id | undefined }, unknown>,
): Promise<SchoolHome> {
  const { actor, tx, query, clock } = context;
  if (!belongsToTerritory(actor, query.territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, query.territoryId);
  const today = clock.today(zone);
  const { until, kind } = laterEdge(today);
  const owed = owedAt(tx, actor, query.territoryId, query.organisationId);
  const inOrder = (rows: ObligationQuery) => rows.orderBy("o.due_on").orderBy("m.ordinal").orderBy("o.id");
  const [nearRows, following] = await Promise.all([
    inOrder(openAt(tx, actor, query.territoryId, query.organisationId))
      .where((eb) => eb.or([eb("o.due_on", "<=", until), eb("r.state", "in", ["submitted", "returned"])]))
      .limit(sql.lit(MOST_SHOWN))
      .execute(),
    inOrder(openAt(tx, actor, query.territoryId, query.organisationId, until))
      .where((eb) => eb.not(pausedSql(today)))
      .where((eb) => eb.or([eb("r.state", "is", null), eb("r.state", "=", "draft")]))
      .limit(sql.lit(1))
      .executeTakeFirst(),
  ]);
  const near = nearRows.map((row) => presentObligation(row, actor, today));
  const everAsked = near.length > 0 || (await owed.limit(sql.lit(1)).executeTakeFirst()) !== undefined;
  const weekEnds = endOfWeek(today);
  const soonEnds = addDays(today, SOON_SHOWN_DAYS);
  const waiting = near.filter(({ state }) => state === "late" || state === "soon" || state === "ahead");
  const between = (from: LocalDate | null, to: LocalDate): ObligationRow[] =>
    waiting.filter((row) => (from === null || row.dueOn >= from) && row.dueOn <= to);
  return {
    today,
    zone,
    weekEnds,
    late: between(null, addDays(today, -1)),
    week: between(today, weekEnds),
    soon: between(addDays(weekEnds, 1), soonEnds),
    later: between(addDays(soonEnds > weekEnds ? soonEnds : weekEnds, 1), until),
    laterUntil: kind,
    returned: near.filter((row) => row.state === "returned"),
    submitted: near.filter((row) => row.state === "submitted"),
    paused: near.filter((row) => row.state === "paused"),
    everAsked,
    next: following ? presentObligation(following, actor, today) : null,
  };
}
