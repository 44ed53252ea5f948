import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { peopleProblem } from "../model/problems.ts";
import { grantsRole, managesStanding, rolesAt } from "../model/policy.ts";

/** The organisation is open, of this territory, and one the actor may put people into; else the field is refused. */
export async function refuseForeignOrganisation(
  context: UseCaseContext,
  territoryId: Id,
  organisationId: Id,
  field: string,
): Promise<void> {
  const row = await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("id", "=", organisationId)
    .select("closed_on")
    .executeTakeFirst();
  if (!row || row.closed_on !== null || !managesStanding(context.actor, { territoryId, organisationId }))
    throw peopleProblem("organisation-foreign", { fields: { [field]: "Выберите организацию из списка." } });
}

/** The role may stand at such a place, and the actor may hand it out there. */
export async function refuseRole(
  context: UseCaseContext,
  territoryId: Id,
  wanted: { role: Role; organisationId: Id | null },
  field: string,
): Promise<void> {
  const { kind } = await context.tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select("kind")
    .executeTakeFirstOrThrow();
  if (
    !rolesAt(kind, wanted.organisationId !== null).includes(wanted.role) ||
    !grantsRole(context.actor, { ...wanted, territoryId })
  )
    throw peopleProblem("role-misplaced", { fields: { [field]: "Выберите роль из списка." } });
}
