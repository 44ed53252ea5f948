import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { schoolHolidays } from "#features/calendar/model/rest-days.ts";
import { ownSchoolYears } from "#features/calendar/server/public.ts";
import { partsOf, type LocalDate } from "#shared/local-date.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { MonthQuery, OwnMonth } from "../model/contract.ts";
import { monthOf, type Month } from "../model/month.ts";
import { owedAt } from "./home.ts";
import type { ObligationQuery } from "./obligation-rows.ts";
import { presentObligation } from "./present-obligation.ts";

const MOST_SHOWN = 2000;

/** What one place owes or has done in a month, by due day; what does not apply is left out. */
export async function readOwnMonth(
  context: RequestContext<unknown, z.output<typeof MonthQuery>, unknown>,
): Promise<OwnMonth> {
  const { actor, tx, query, clock } = context;
  if (!belongsToTerritory(actor, query.territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, query.territoryId));
  const month = monthOf(query.month, today);
  const shown = month.weeks.flat();
  const rows = await owedAt(tx, actor, query.territoryId, query.organisationId)
    .where("o.due_on", ">=", month.first)
    .where("o.due_on", "<=", month.last)
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.id")
    .limit(sql.lit(MOST_SHOWN))
    .execute();
  const owed = rows.map((row) => presentObligation(row, actor, today)).filter(({ state }) => state !== "notApplicable");
  const { year } = partsOf(month.first);
  const set = await ownSchoolYears(tx, query.territoryId, year - 1, year);
  return {
    today,
    month: month.key,
    rows: owed,
    nearest:
      owed.length > 0 ? null : await nearestTo(month, owedAt(tx, actor, query.territoryId, query.organisationId)),
    schoolHolidays: schoolHolidays(set).filter(({ from, to }) => from <= shown.at(-1)! && to >= shown[0]!),
  };
}

/** The due day next to an empty month, of what still applies. */
async function nearestTo(month: Month, owed: ObligationQuery): Promise<LocalDate | null> {
  const applies = owed
    .where((eb) => eb.or([eb("o.closed_at", "is", null), eb("r.state", "in", ["submitted", "returned", "accepted"])]))
    .where((eb) =>
      eb.not(
        eb.and([eb("r.state", "is not", null), eb("r.state", "=", "accepted"), eb("r.kind", "=", "notApplicable")]),
      ),
    )
    .limit(sql.lit(1));
  const after = await applies.where("o.due_on", ">", month.last).orderBy("o.due_on").executeTakeFirst();
  if (after) return after.due_on;
  const before = await applies.where("o.due_on", "<", month.first).orderBy("o.due_on", "desc").executeTakeFirst();
  return before?.due_on ?? null;
}
