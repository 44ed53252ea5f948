import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import { planOrganisations, type OrganisationPlan } from "../model/organisation-sheet.ts";
import { editsRegistry, seesRegistry } from "../model/policy.ts";
import { placesProblem } from "../model/problems.ts";
import type { SheetReport, SheetRows } from "../model/sheet.ts";
import { replanTerritory } from "./replan.ts";
import { findOrganisation } from "./read-organisation.ts";
import { columnsOf, storedFields } from "./save-organisation.ts";
import { oneSheetAtATime, refuseMoved, reportOf, rowsOfUpload } from "./sheet-file.ts";

/** What an uploaded workbook would do; it is not opened before its sender's right to change the registry is known. */
export async function checkOrganisationFile(
  context: RequestContext<unknown, unknown, unknown>,
  territoryId: Id,
): Promise<SheetReport> {
  refuseOthers(context, territoryId);
  return checkOrganisationSheet(context, territoryId, await rowsOfUpload(context));
}

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
  // what another corrects by hand meanwhile is either in the plan already or waits for its end
  await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
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

function refuseOthers({ actor }: UseCaseContext, territoryId: Id): void {
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  if (!editsRegistry(actor, territoryId)) throw commonProblem("not-allowed");
}

async function planOf(context: UseCaseContext, territoryId: Id, rows: SheetRows): Promise<OrganisationPlan> {
  refuseOthers(context, territoryId);
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
      ...storedFields(row),
      closed: row.closed_on !== null,
    })),
  );
  if (!planned.ok) throw placesProblem("sheet-headless", { values: { columns: planned.refusal.join(", ") } });
  return planned.value;
}
