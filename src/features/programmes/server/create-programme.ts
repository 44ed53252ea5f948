import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { created } from "#platform/journal/change.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { leadsProgramme } from "../model/policy.ts";
import { programmeProblem } from "../model/problems.ts";
import { CreateProgramme, type CreateProgrammeInput } from "../model/programme-form.ts";

/** Makes a draft: of the territory, or a school's own. Throws «not-found» about a foreign place, «not-allowed», «owner-unknown», «officer-unknown». */
export async function createProgramme(context: UseCaseContext, input: CreateProgrammeInput): Promise<Id> {
  const form = CreateProgramme.parse(input);
  const { territoryId, ownerOrganisationId } = form;
  if (!belongsToTerritory(context.actor, territoryId)) throw commonProblem("not-found");
  if (!leadsProgramme(context.actor, { territoryId, ownerOrganisationId })) throw commonProblem("not-allowed");
  if (ownerOrganisationId) await checkOwner(context, territoryId, ownerOrganisationId);
  if (form.officerPersonId) await checkOfficer(context, territoryId, form.officerPersonId);
  const officerPersonId = form.officerPersonId ?? (context.actor.kind === "person" ? context.actor.personId : null);
  const id = context.newId();
  await context.tx
    .insertInto("programme")
    .values({
      territory_id: territoryId,
      id,
      owner_organisation_id: ownerOrganisationId,
      title: form.title,
      short_title: form.shortTitle,
      starts_on: form.startsOn,
      ends_on: form.endsOn,
      year_kind: form.yearKind,
      goal: form.goal,
      tasks: JSON.stringify(form.tasks),
      passport: JSON.stringify(form.passport),
      account_moments: JSON.stringify(form.accountMoments),
      officer_person_id: officerPersonId,
      paper_id: null,
      approved_at: null,
      created_at: context.clock.now(),
    })
    .execute();
  await context.journal({
    territoryId,
    action: "programme.create",
    subjectKind: "programme",
    subjectId: id,
    programmeId: id,
    changes: created({
      title: form.title,
      short_title: form.shortTitle,
      starts_on: form.startsOn,
      ends_on: form.endsOn,
      year_kind: form.yearKind,
      goal: form.goal,
      tasks: form.tasks,
      passport: form.passport,
      account_moments: form.accountMoments,
      ownerOrganisationId,
      officer_person_id: officerPersonId,
    }),
  });
  return id;
}

async function checkOwner(context: UseCaseContext, territoryId: Id, organisationId: Id): Promise<void> {
  const found = await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("id", "=", organisationId)
    .select("id")
    .executeTakeFirst();
  if (!found)
    throw programmeProblem("owner-unknown", { fields: { ownerOrganisationId: "Выберите организацию из списка." } });
}

/** The officer of a programme is a person with a role in its territory. */
export async function checkOfficer(context: UseCaseContext, territoryId: Id, personId: Id): Promise<void> {
  const found = await context.tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .where("person_id", "=", personId)
    .select("id")
    .executeTakeFirst();
  if (!found)
    throw programmeProblem("officer-unknown", { fields: { officerPersonId: "Выберите человека из списка." } });
}
