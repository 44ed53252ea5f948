import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import { planOrganisations, type OrganisationPlan } from "../model/organisation-sheet.ts";
import { editsRegistry, seesRegistry } from "../model/policy.ts";
import { placesProblem } from "../model/problems.ts";
import type { SheetReport, SheetRows } from "../model/sheet.ts";
import { replanTerritory } from "./replan.ts";
import { findOrganisation } from "./read-organisation.ts";
import { columnsOf, storedFields } from "./save-organisation.ts";
import { oneSheetAtATime, refuseMoved, reportOf } from "./sheet-file.ts";

/** What the sheet would do to the registry now. Writes nothing. */
export async function checkOrganisationSheet(
  context: UseCaseContext,
  territoryId: Id,
  rows: SheetRows,
): Promise<SheetReport> {
  const { report } = await planOf(context, territoryId, rows);
  return reportOf(rows, report);
}

/** Does what the confirmed report said, wholly or not at all: one transaction, and only while the report still holds. */
export async function applyOrganisationSheet(
  context: UseCaseContext,
  territoryId: Id,
  rows: SheetRows,
  digest: string,
): Promise<SheetReport> {
  await oneSheetAtATime(context, territoryId);
  const { report, writes } = await planOf(context, territoryId, rows);
  const made = reportOf(rows, report);
  refuseMoved(made, digest);
  for (const write of writes) {
    const values = columnsOf(write.fields);
    const entry = { territoryId, subjectKind: "organisation", detail: { from: "sheet" } };
    if (write.write === "add") {
      const id = context.newId();
      await context.tx
        .insertInto("organisation")
        .values({ id, territory_id: territoryId, ...values, closed_on: null })
        .execute();
      const changes = created(write.fields);
      await context.journal({ ...entry, action: "organisation.create", subjectId: id, changes });
    } else {
      const before = await findOrganisation(context, write.id);
      await context.tx
        .updateTable("organisation")
        .set((at) => ({ ...values, version: at("version", "+", 1) }))
        .where("territory_id", "=", territoryId)
        .where("id", "=", write.id)
        .execute();
      const changes = changed(storedFields(before), write.fields);
      await context.journal({ ...entry, action: "organisation.edit", subjectId: write.id, changes });
    }
  }
  await context.journal({
    territoryId,
    action: "organisation.import",
    subjectKind: "territory",
    subjectId: territoryId,
    detail: { ...made.totals },
  });
  if (writes.length > 0) await replanTerritory(context, territoryId);
  return made;
}

async function planOf(context: UseCaseContext, territoryId: Id, rows: SheetRows): Promise<OrganisationPlan> {
  if (!seesRegistry(context.actor, territoryId)) throw commonProblem("not-found");
  if (!editsRegistry(context.actor, territoryId)) throw commonProblem("not-allowed");
  const known = await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .selectAll()
    .orderBy("id")
    .execute();
  const planned = planOrganisations(
    rows,
    known.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      shortName: row.short_name,
      inn: row.inn,
      address: row.address,
      phone: row.phone,
      email: row.email,
      closed: row.closed_on !== null,
    })),
  );
  if (!planned.ok) throw placesProblem("sheet-headless", { values: { columns: planned.refusal.join(", ") } });
  return planned.value;
}
