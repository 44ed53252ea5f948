import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { created, ofPerson } from "#platform/journal/change.ts";
import { addsPeople, seesRegistry } from "#features/places/model/policy.ts";
import { replanTerritory } from "#features/places/server/public.ts";
import type { NewPerson } from "../model/people-contract.ts";
import { peopleProblem } from "../model/problems.ts";
import { refuseForeignOrganisation, refuseRole } from "./checks.ts";
import { spendLinksOf } from "./spend-links.ts";
import { tellsTaken, type Telling } from "./taken-logins.ts";
import { loginOwners } from "./login-owners.ts";

/**
 * Adds a person with a position, a role or both, and with a login an account that waits for its invitation.
 * A login that is known already is taken over only on request and only when the family name is the same:
 * so one person gets a place in a second organisation or municipality.
 */
export async function addPerson(
  context: UseCaseContext & Telling,
  body: z.output<typeof NewPerson>,
): Promise<{ id: Id }> {
  const { actor, tx } = context;
  const { territoryId, position, role, login } = body;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  const at = position?.organisationId ?? role?.organisationId ?? null;
  if (!addsPeople(actor, territoryId, at)) throw commonProblem("not-allowed");
  if (position)
    await refuseForeignOrganisation(context, territoryId, position.organisationId, "position.organisationId");
  if (role?.organisationId)
    await refuseForeignOrganisation(context, territoryId, role.organisationId, "role.organisationId");
  if (role) await refuseRole(context, territoryId, role, "role.role");
  const joined = login ? await ownerOf(context, login, body) : undefined;
  const personId = joined ?? context.newId();
  if (joined) await spendLinksOf(context, joined);
  if (!joined) {
    await tx
      .insertInto("person")
      .values({
        id: personId,
        family_name: body.familyName,
        given_name: body.givenName,
        patronymic: body.patronymic,
        phone: body.phone,
      })
      .execute();
    if (login)
      await tx
        .insertInto("account")
        .values({ id: context.newId(), person_id: personId, login, status: "invited" })
        .execute();
  }
  if (position)
    await tx
      .insertInto("membership")
      .values({
        territory_id: territoryId,
        id: context.newId(),
        person_id: personId,
        organisation_id: position.organisationId,
        position: position.name,
        from_on: position.from,
        to_on: null,
      })
      .execute();
  if (role)
    await tx
      .insertInto("role_assignment")
      .values({
        territory_id: territoryId,
        id: context.newId(),
        person_id: personId,
        role: role.role,
        organisation_id: role.organisationId,
        from_on: role.from,
        to_on: null,
        paper_id: null,
      })
      .execute();
  await context.journal({
    territoryId,
    action: joined ? "person.join" : "person.add",
    subjectKind: "person",
    subjectId: personId,
    changes: [
      ...ofPerson(personId, created({ ...(joined ? {} : namesOf(body)), login, position: position?.name })),
      ...created({ organisationId: at, role: role?.role, from: (position ?? role)?.from }),
    ],
    detail: { account: login !== null },
  });
  await replanTerritory(context, territoryId);
  return { id: personId };
}

function namesOf({ familyName, givenName, patronymic, phone }: z.output<typeof NewPerson>) {
  return { familyName, givenName, patronymic, phone };
}

async function ownerOf(context: Telling, login: string, body: z.output<typeof NewPerson>): Promise<Id | undefined> {
  const [owner] = await loginOwners(context.tx, [login]);
  if (!owner) return undefined;
  if (!(await tellsTaken(context, [login]))) throw commonProblem("too-many", { values: { seconds: 900 } });
  if (!body.join) throw peopleProblem("login-taken", { fields: { login: "Этот логин уже занят." } });
  if (matchKey(owner.familyName) !== matchKey(body.familyName))
    throw peopleProblem("login-of-another", { fields: { login: "Логин другого человека." } });
  return owner.personId;
}
