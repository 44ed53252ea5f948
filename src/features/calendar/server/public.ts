import { z } from "zod";
import {
  usualSchoolYear,
  type SchoolCalendar,
  type SchoolTerm,
  type SchoolYear,
} from "#domain/schedule/school-calendar.ts";
import { localDateField } from "#shared/atoms.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

const StoredTerms = z.array(z.object({ number: z.int(), from: localDateField, to: localDateField }));

/** Terms as stored in `school_calendar.terms`. */
export function termsFrom(stored: unknown): readonly SchoolTerm[] {
  return StoredTerms.parse(stored);
}

/** School years of September `fromYear` … `toYear` whose terms the territory has set itself. */
export async function ownSchoolYears(tx: Tx, territoryId: Id, fromYear: number, toYear: number): Promise<SchoolYear[]> {
  const rows = await tx
    .selectFrom("school_calendar")
    .where("territory_id", "=", territoryId)
    .where("school_year", ">=", fromYear)
    .where("school_year", "<=", toYear)
    .select(["school_year", "terms"])
    .execute();
  return rows.map((row) => ({ year: row.school_year, terms: termsFrom(row.terms) }));
}

/** School years of September `fromYear` … `toYear`: the territory's own terms, else the usual ones. */
export async function calendarOf(tx: Tx, territoryId: Id, fromYear: number, toYear: number): Promise<SchoolCalendar> {
  const set = await ownSchoolYears(tx, territoryId, fromYear, toYear);
  const own = new Map(set.map((one) => [one.year, one]));
  const years = Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_, at) => fromYear + at);
  return { schoolYears: years.map((year) => own.get(year) ?? usualSchoolYear(year)) };
}
