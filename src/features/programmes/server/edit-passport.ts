import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { EditPassport } from "../model/programme-form.ts";
import type { Edited } from "../model/seen.ts";
import { checkOfficer } from "./create-programme.ts";
import { loadEditableProgramme } from "./load-programme.ts";
import { readProgramme } from "./read-programme.ts";
import { raised, recordChange } from "./record-change.ts";

/** Changes the passport's fields given. A stale one is refused with both versions. */
export async function editPassport(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  form: EditPassport,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  if (programme.version !== form.version)
    throw commonProblem("stale-write", {
      extra: { current: await readProgramme(context, territoryId, programmeId), yours: form },
    });
  // one end of the period may come alone: it is checked against the one that stands
  const period = EditPassport.safeParse({
    version: form.version,
    startsOn: form.startsOn ?? programme.starts_on,
    endsOn: form.endsOn ?? programme.ends_on,
  });
  if (!period.success)
    throw commonProblem("bad-request", {
      fields: Object.fromEntries(period.error.issues.map((issue) => [issue.path.join("."), issue.message])),
    });
  if (form.officerPersonId) await checkOfficer(context, territoryId, form.officerPersonId);
  return recordChange(context, programme, [], async () => {
    await context.tx
      .updateTable("programme")
      .set({
        ...(form.title !== undefined && { title: form.title }),
        ...(form.shortTitle !== undefined && { short_title: form.shortTitle }),
        ...(form.startsOn !== undefined && { starts_on: form.startsOn }),
        ...(form.endsOn !== undefined && { ends_on: form.endsOn }),
        ...(form.yearKind !== undefined && { year_kind: form.yearKind }),
        ...(form.goal !== undefined && { goal: form.goal }),
        ...(form.tasks !== undefined && { tasks: JSON.stringify(form.tasks) }),
        ...(form.passport !== undefined && { passport: JSON.stringify(form.passport) }),
        ...(form.accountMoments !== undefined && { account_moments: JSON.stringify(form.accountMoments) }),
        ...(form.officerPersonId !== undefined && { officer_person_id: form.officerPersonId }),
        version: raised(),
      })
      .where("territory_id", "=", territoryId)
      .where("id", "=", programmeId)
      .execute();
    return {
      label: "Изменён паспорт программы",
      action: "programme.edit",
      subjectKind: "programme",
      subjectId: programmeId,
    };
  });
}
