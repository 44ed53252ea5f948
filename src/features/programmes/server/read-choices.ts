import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { belongsToTerritory, isKnown } from "#features/places/model/access.ts";
import { inForce, isOpen } from "#features/places/model/registry.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { dictionaryOf, registryOf, timeZoneOf } from "#features/places/server/public.ts";
import { shortName } from "#features/people/model/names.ts";
import { leadsProgramme } from "../model/policy.ts";
import type { ProgrammeChoices } from "../model/seen.ts";

/** What the forms of a programme choose from: its officer, organisations, and in whose name the actor may make one. */
export async function readChoices(context: UseCaseContext, territoryId: Id): Promise<ProgrammeChoices> {
  const { actor, tx } = context;
  if (!isKnown(actor) || !belongsToTerritory(actor, territoryId)) throw commonProblem("not-found");
  const today = context.clock.today(await timeZoneOf(tx, territoryId));
  const registry = await registryOf(tx, territoryId);
  const organisations = registry.organisations.filter((one) => isOpen(one, today));
  const held = new Set(actor.assignments.map((one) => one.organisationId));
  const whole = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select("short_name")
    .executeTakeFirstOrThrow();
  const owners = [
    ...(leadsProgramme(actor, { territoryId, ownerOrganisationId: null })
      ? [{ id: null, name: whole.short_name }]
      : []),
    ...organisations
      .filter((one) => held.has(one.id) && leadsProgramme(actor, { territoryId, ownerOrganisationId: one.id }))
      .map((one) => ({ id: one.id, name: one.shortName })),
  ];
  const leading = registry.roles.filter(
    (role) =>
      inForce(role, today) &&
      ["officer", "administrator", "methodologist", "school_head", "deputy"].includes(role.role),
  );
  // a school's leaders are offered to their own school only
  const offered = leading.filter((role) => role.organisationId === null || held.has(role.organisationId));
  const people =
    offered.length === 0
      ? []
      : await tx
          .selectFrom("person")
          .selectAll()
          .where("id", "in", [...new Set(offered.map((role) => role.personId))])
          .execute();
  const sorter = new Intl.Collator("ru");
  return {
    owners,
    codes: (await dictionaryOf(tx, territoryId)).map((code) => ({ ...code })),
    organisations: organisations
      .map((one) => ({ id: one.id, name: one.shortName, kind: one.kind }))
      .sort((a, b) => sorter.compare(a.name, b.name)),
    officers: people
      .sort((a, b) => sorter.compare(a.family_name, b.family_name))
      .map((person) => ({
        id: person.id,
        name: shortName(person),
        position: ROLE_NAME[offered.find((role) => role.personId === person.id)!.role],
      })),
  };
}
