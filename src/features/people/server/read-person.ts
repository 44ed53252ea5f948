import type { Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { isMailAddress } from "#platform/mail/letter.ts";
import { seesRegistry } from "#features/places/model/policy.ts";
import type { PersonView } from "../model/people-contract.ts";
import { fullName } from "../model/names.ts";
import { managesAccount, managesStanding } from "../model/policy.ts";
import { peopleProblem } from "../model/problems.ts";
import { grantsOf, NOTHING_TO_GRANT } from "./grants.ts";
import { invitationsOf } from "./invitations.ts";
import { factorStands } from "./sealed-factor.ts";
import { presentStandings, type Standings } from "./present-standings.ts";
import { placesHeldBy } from "./standings.ts";
import type { AccountTable, PersonTable } from "./tables.ts";

export interface FoundPerson {
  readonly person: Selectable<PersonTable>;
  readonly account: Selectable<AccountTable> | undefined;
  readonly standings: Standings;
  /** the actor manages at least one standing of the person in this territory */
  readonly managed: boolean;
}

/** The person where the actor sees any standing of theirs in the territory, else «not found». */
export async function findPerson(
  context: UseCaseContext,
  territoryId: Id,
  personId: Id,
  options: { lock?: boolean } = {},
): Promise<FoundPerson> {
  const { actor, tx } = context;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  const person = await tx
    .selectFrom("person")
    .where("id", "=", personId)
    .selectAll()
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst();
  const standings = (await presentStandings(context, territoryId, [personId])).get(personId)!;
  const places = [...standings.positions, ...standings.roles];
  if (!person || places.length === 0) throw commonProblem("not-found");
  // whoever locks a person is about to write of them
  if (options.lock && person.destroyed_at !== null) throw peopleProblem("person-destroyed");
  const account = await tx
    .selectFrom("account")
    .where("person_id", "=", personId)
    .selectAll()
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  const managed = places.some((place) => managesStanding(actor, { territoryId, organisationId: place.organisationId }));
  return { person, account, standings, managed };
}

/** The page of a person in one territory. The phone and the login are for those who manage all the person's places, and for themselves. */
export async function readPerson(context: UseCaseContext, territoryId: Id, personId: Id): Promise<PersonView> {
  const { actor } = context;
  const { person, account, standings, managed } = await findPerson(context, territoryId, personId);
  const self = actor.kind !== "public" && actor.kind !== "system" && actor.personId === personId;
  // of whom all was destroyed nothing is written any more
  const stands = person.destroyed_at === null;
  const governs = stands && managed && managesAccount(actor, await placesHeldBy(context, personId));
  const shown = governs || self ? account : undefined;
  const invitations = await invitationsOf(context, territoryId, shown ? [shown.id] : []);
  return {
    id: person.id,
    familyName: person.family_name,
    givenName: person.given_name,
    patronymic: person.patronymic,
    fullName: fullName(person),
    phone: governs || self ? person.phone : "",
    version: person.version,
    positions: standings.positions.map((one) => ({ ...one, can: { edit: stands && one.can.edit } })),
    roles: standings.roles.map((one) => ({ ...one, can: { end: stands && one.can.end } })),
    account: shown
      ? {
          login: shown.login,
          status: shown.status,
          invitation: invitations.get(shown.id) ?? null,
          secondFactor: (await factorStands(context.tx, shown.id)) !== undefined,
        }
      : null,
    can: {
      edit: governs,
      account: governs && !self,
      mail: governs && !self && context.installation.mail && isMailAddress(account?.login ?? ""),
      grants: stands ? await grantsOf(context, territoryId) : NOTHING_TO_GRANT,
    },
  };
}
