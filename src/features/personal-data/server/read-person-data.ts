import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { fullName } from "#features/people/model/names.ts";
import { findPerson } from "#features/people/server/public.ts";
import type { Held, PersonData } from "../model/contract.ts";
import { hindrancesOf, HINDRANCE_TEXT } from "../model/destruction.ts";
import { isColleague, keepsPersonalData } from "../model/policy.ts";
import { consents, consentsOf } from "./consents.ts";
import { heldSections } from "./held-rows.ts";
import { mentionsOf } from "./mentions.ts";
import { operatorOf } from "./operator.ts";
import { requestsOfPerson } from "./requests.ts";
import { tiesOf } from "./ties.ts";

/** A person whose data the actor keeps in the territory; anybody else's do not exist. */
export async function keptPerson(
  context: UseCaseContext,
  territoryId: Id,
  personId: Id,
  options: { lock?: boolean } = {},
) {
  if (!keepsPersonalData(context.actor, territoryId)) throw commonProblem("not-found");
  const { person, account } = await findPerson(context, territoryId, personId, options);
  return { person, account };
}

/** What an administrator answers a person's request with: everything kept about them in this territory, and whether it may be destroyed. */
export async function readPersonData(context: UseCaseContext, territoryId: Id, personId: Id): Promise<PersonData> {
  const { person } = await keptPerson(context, territoryId, personId);
  const ties = await tiesOf(context, person);
  const hindrances = hindrancesOf(ties);
  return {
    ...(await heldOf(context, territoryId, personId)),
    destruction: {
      allowed: hindrances.length === 0,
      hindrances: hindrances.map((one) => HINDRANCE_TEXT[one]),
    },
    mentions: person.destroyed_at ? [] : await mentionsOf(context.tx, person),
  };
}

/** The same without what is the administrator's own business: what the person is given. */
export async function heldOf(context: UseCaseContext, territoryId: Id, personId: Id, whole = false): Promise<Held> {
  const { tx } = context;
  const { person } = await keptPerson(context, territoryId, personId);
  return {
    person: {
      id: person.id,
      fullName: fullName(person),
      phone: person.phone,
      isDestroyed: person.destroyed_at !== null,
    },
    version: person.version,
    operator: await operatorOf(tx, territoryId),
    sections: await heldSections(tx, personId, { territoryId, whole }),
    consents: await consentsOf(tx, territoryId, personId),
    requests: await requestsOfPerson(context, personId, territoryId),
  };
}

/** A colleague's phone, for those whom the consent names, while it holds; null otherwise, as where there is no phone. */
export async function contactOf(
  context: UseCaseContext,
  territoryId: Id,
  personId: Id,
): Promise<{ phone: string | null }> {
  const { person, standings } = await findPerson(context, territoryId, personId);
  const places = [...standings.positions, ...standings.roles]
    .filter(({ inForce }) => inForce)
    .map(({ organisationId }) => organisationId);
  if (!isColleague(context.actor, territoryId, places)) return { phone: null };
  const shown = await consents(context.tx, territoryId, personId, "phone_to_colleagues");
  return { phone: shown && person.phone !== "" ? person.phone : null };
}
