import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { schoolHolidays } from "#features/calendar/model/rest-days.ts";
import { ownSchoolYears } from "#features/calendar/server/public.ts";
import { partsOf } from "#shared/local-date.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { MonthQuery, OwnMonth } from "../model/contract.ts";
import { monthOf } from "../model/month.ts";
import { owedAt } from "./home.ts";
import { presentObligation } from "./obligation-rows.ts";

const MOST_SHOWN = 2000;

/** What one place owes or has done in a month and in the days of its neighbours beside it, by due day; what does not apply is left out. */
export async function readOwnMonth(
  context: RequestContext<unknown, z.output<typeof MonthQuery>, unknown>,
): Promise<OwnMonth> {
  const { actor, tx, query, clock } = context;
  if (!belongsToTerritory(actor, query.territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, query.territoryId));
  const month = monthOf(query.month, today);
  const shown = month.weeks.flat();
  const rows = await owedAt(tx, actor, query.territoryId, query.organisationId)
    .where("o.due_on", ">=", shown[0]!)
    .where("o.due_on", "<=", shown.at(-1)!)
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.id")
    .limit(sql.lit(MOST_SHOWN))
    .execute();
  const presented = rows.map((row) => presentObligation(row, actor, today));
  const { year } = partsOf(month.first);
  const set = await ownSchoolYears(tx, query.territoryId, year - 1, year);
  return {
    today,
    month: month.key,
    rows: presented.filter(({ state }) => state !== "notApplicable"),
    schoolHolidays: schoolHolidays(set).filter(({ from, to }) => from <= shown.at(-1)! && to >= shown[0]!),
  };
}
