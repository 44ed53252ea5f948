import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed, created, ofPerson } from "#platform/journal/change.ts";
import { seesRegistry } from "#features/places/model/policy.ts";
import { placesProblem } from "#features/places/model/problems.ts";
import type { SheetReport, SheetRows } from "#features/places/model/sheet.ts";
import {
  oneSheetAtATime,
  refuseMoved,
  replanTerritory,
  reportOf,
  rowsOfUpload,
} from "#features/places/server/public.ts";
import type { StaffMember, StaffWrite } from "../model/staff-row.ts";
import { planStaff, type StaffPlan } from "../model/staff-sheet.ts";
import { grantsOf } from "./grants.ts";
import { spendLinksOf } from "./spend-links.ts";
import { staffKnown } from "./staff-known.ts";
import type { Telling } from "./taken-logins.ts";

/** What an uploaded workbook would do; it is not opened before its sender's right to add people is known. */
export async function checkStaffFile(
  context: RequestContext<unknown, unknown, unknown>,
  territoryId: Id,
): Promise<SheetReport> {
  await refuseOthers(context, territoryId);
  return checkStaffSheet(context, territoryId, await rowsOfUpload(context));
}

/** What the sheet would do to the people of the territory now. Writes nothing. */
export async function checkStaffSheet(
  context: UseCaseContext & Telling,
  territoryId: Id,
  rows: SheetRows,
): Promise<SheetReport> {
  const { report } = await planOf(context, territoryId, rows);
  return reportOf(rows, report);
}

/** Does what the confirmed report said, wholly or not at all. New logins wait for their invitations. */
export async function applyStaffSheet(
  context: UseCaseContext & Telling,
  territoryId: Id,
  rows: SheetRows,
  digest: string,
): Promise<SheetReport> {
  await oneSheetAtATime(context, territoryId);
  const { report, writes, today } = await planOf(context, territoryId, rows);
  const made = reportOf(rows, report);
  refuseMoved(made, digest);
  const ids = new Map<StaffMember, Id>();
  for (const write of writes) await save(context, territoryId, write, ids, today);
  await context.journal({
    territoryId,
    action: "person.import",
    subjectKind: "territory",
    subjectId: territoryId,
    detail: { ...made.totals },
  });
  if (writes.length > 0) await replanTerritory(context, territoryId);
  return made;
}

async function refuseOthers(context: UseCaseContext, territoryId: Id): Promise<void> {
  if (!seesRegistry(context.actor, territoryId)) throw commonProblem("not-found");
  if (!(await grantsOf(context, territoryId)).add) throw commonProblem("not-allowed");
}

async function planOf(
  context: UseCaseContext & Telling,
  territoryId: Id,
  rows: SheetRows,
): Promise<StaffPlan & { readonly today: LocalDate }> {
  await refuseOthers(context, territoryId);
  const known = await staffKnown(context, territoryId, rows);
  const planned = planStaff(rows, known);
  if (!planned.ok) throw placesProblem("sheet-headless", { values: { columns: planned.refusal.join(", ") } });
  return { ...planned.value, today: known.today };
}

async function save(
  context: UseCaseContext,
  territoryId: Id,
  write: StaffWrite,
  ids: Map<StaffMember, Id>,
  today: LocalDate,
): Promise<void> {
  const { tx } = context;
  const { member } = write;
  const personId = member.personId ?? ids.get(member) ?? context.newId();
  ids.set(member, personId);
  const was = (await tx.selectFrom("person").where("id", "=", personId).select("phone").executeTakeFirst())?.phone;
  if (write.isNew)
    await tx
      .insertInto("person")
      .values({
        id: personId,
        family_name: member.familyName,
        given_name: member.givenName,
        patronymic: member.patronymic,
        phone: member.phone,
      })
      .execute();
  else if (write.phone)
    await tx
      .updateTable("person")
      .set((at) => ({ phone: write.phone!, version: at("version", "+", 1) }))
      .where("id", "=", personId)
      // what somebody wrote since the plan was made is not replaced
      .where("phone", "=", "")
      .execute();
  if (write.login)
    await tx
      .insertInto("account")
      .values({ id: context.newId(), person_id: personId, login: write.login, status: "invited" })
      .execute();
  const place = { territory_id: territoryId, person_id: personId, organisation_id: member.organisationId, to_on: null };
  if (write.position)
    await tx
      .insertInto("membership")
      .values({ ...place, id: context.newId(), position: write.position.position, from_on: write.position.from })
      .execute();
  const { familyName, givenName, patronymic, phone } = member;
  await context.journal({
    territoryId,
    action: write.isNew ? "person.add" : "person.edit",
    subjectKind: "person",
    subjectId: personId,
    changes: [
      ...ofPerson(personId, [
        ...(write.isNew
          ? created({ familyName, givenName, patronymic, phone })
          : changed({ phone: was }, { phone: write.phone ?? was })),
        ...created({ login: write.login, position: write.position?.position }),
      ]),
      ...(write.position || write.role ? created({ organisationId: member.organisationId, role: write.role }) : []),
    ],
    detail: { from: "sheet" },
  });
  if (write.role && !write.isNew) await spendLinksOf(context, personId);
  if (write.role)
    await tx
      .insertInto("role_assignment")
      .values({ ...place, id: context.newId(), role: write.role, from_on: today, paper_id: null })
      .execute();
}
