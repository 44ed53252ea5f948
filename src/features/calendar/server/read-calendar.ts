import { usualSchoolYear } from "#domain/schedule/school-calendar.ts";
import type { Id } from "#shared/ids.ts";
import { schoolYearOf } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { editsRegistry, seesRegistry } from "#features/places/model/policy.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { holidayWarning } from "../model/working-days.ts";
import type { CalendarView, YearView } from "../model/year-contract.ts";
import { termsFrom } from "./public.ts";

const BEFORE = 2;
const AFTER = 3;

/** School years around today, earlier and later ones too where the municipality has set them. */
export async function readCalendar(context: UseCaseContext, territoryId: Id): Promise<CalendarView> {
  const { actor, tx, clock } = context;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  const current = schoolYearOf(clock.today(await timeZoneOf(tx, territoryId)));
  const rows = await tx.selectFrom("school_calendar").where("territory_id", "=", territoryId).selectAll().execute();
  const own = new Map(rows.map((row) => [row.school_year, row]));
  const around = Array.from({ length: BEFORE + AFTER + 1 }, (_, at) => current - BEFORE + at);
  const years = [...new Set([...around, ...own.keys()])].sort((one, other) => one - other);
  return {
    years: years.map((year): YearView => {
      const row = own.get(year);
      return {
        year,
        terms: [...(row ? termsFrom(row.terms) : usualSchoolYear(year).terms)],
        own: row !== undefined,
        version: row?.version ?? null,
        warnings: [holidayWarning(year), holidayWarning(year + 1)].filter((text) => text !== null),
      };
    }),
    current,
    can: { edit: editsRegistry(actor, territoryId) },
  };
}
