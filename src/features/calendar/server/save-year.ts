import type { SchoolTerm } from "#domain/schedule/school-calendar.ts";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { editsRegistry, seesRegistry } from "#features/places/model/policy.ts";
import { replanTerritory } from "#features/places/server/public.ts";
import { checkCalendar } from "../model/school-calendar.ts";

/** Sets the terms of one school year of a municipality; obligations that count by terms are planned anew. */
export async function saveYear(
  context: UseCaseContext,
  territoryId: Id,
  year: number,
  body: { readonly version: number | null; readonly terms: readonly SchoolTerm[] },
): Promise<{ ok: true }> {
  const { tx } = context;
  refuseStranger(context, territoryId);
  const checked = checkCalendar({ schoolYears: [{ year, terms: body.terms }] });
  if (!checked.ok)
    throw commonProblem("bad-request", {
      fields: Object.fromEntries(
        checked.refusal.map(({ path, text }) => [path.replace(/^schoolYears\.0\.?/, ""), text]),
      ),
    });
  const row = await findYear(context, territoryId, year);
  refuseStale(row, body.version, body.terms);
  const terms = JSON.stringify(body.terms);
  if (row)
    await tx
      .updateTable("school_calendar")
      .set({ terms, version: row.version + 1 })
      .where("territory_id", "=", territoryId)
      .where("school_year", "=", year)
      .execute();
  else await tx.insertInto("school_calendar").values({ territory_id: territoryId, school_year: year, terms }).execute();
  await context.journal({
    territoryId,
    action: "school-year.save",
    subjectKind: "school-year",
    subjectId: null,
    subjectKey: String(year),
    changes: changed({ terms: row?.terms }, { terms: body.terms }),
  });
  await replanTerritory(context, territoryId);
  return { ok: true };
}

/** Takes the municipality's own terms of a year away: the usual ones hold again. */
export async function forgetYear(
  context: UseCaseContext,
  territoryId: Id,
  year: number,
  version: number,
): Promise<{ ok: true }> {
  refuseStranger(context, territoryId);
  const row = await findYear(context, territoryId, year);
  if (!row) throw commonProblem("not-found");
  refuseStale(row, version, null);
  await context.tx
    .deleteFrom("school_calendar")
    .where("territory_id", "=", territoryId)
    .where("school_year", "=", year)
    .execute();
  await context.journal({
    territoryId,
    action: "school-year.forget",
    subjectKind: "school-year",
    subjectId: null,
    subjectKey: String(year),
    changes: changed({ terms: row.terms }, null),
  });
  await replanTerritory(context, territoryId);
  return { ok: true };
}

function refuseStranger(context: UseCaseContext, territoryId: Id): void {
  if (!seesRegistry(context.actor, territoryId)) throw commonProblem("not-found");
  if (!editsRegistry(context.actor, territoryId)) throw commonProblem("not-allowed");
}

function findYear(context: UseCaseContext, territoryId: Id, year: number) {
  return context.tx
    .selectFrom("school_calendar")
    .where("territory_id", "=", territoryId)
    .where("school_year", "=", year)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
}

function refuseStale(
  row: { terms: unknown; version: number } | undefined,
  version: number | null,
  sent: unknown,
): void {
  if ((row?.version ?? null) !== version)
    throw commonProblem("stale-write", {
      extra: { stored: row ? { terms: row.terms, version: row.version } : null, sent: { terms: sent } },
    });
}
