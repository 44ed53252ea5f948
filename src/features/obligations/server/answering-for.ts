import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { standingAmong } from "#features/people/server/public.ts";
import { checkersOf, answerersOf, holdersOfRoles } from "./people-of.ts";
import type { ObligationRecord } from "./obligation-rows.ts";

/** Who is told of an obligation that is due. */
export interface Answering {
  /** the person it was handed to or who bears it, while they hold a role here; else those at its head */
  readonly people: readonly Id[];
  /** heads and deputies of the organisation; officers for the authority and the territory itself, methodologists for the centre */
  readonly heads: readonly Id[];
}

/** Who answers for these obligations on the day, by obligation. */
export async function answeringFor(
  tx: Tx,
  territoryId: Id,
  rows: readonly ObligationRecord[],
  today: LocalDate,
): Promise<ReadonlyMap<Id, Answering>> {
  const organisationIds = [...new Set(rows.flatMap((row) => row.bearer_organisation_id ?? []))];
  const leading = await answerersOf(tx, territoryId, organisationIds, today);
  const officers = await checkersOf(tx, { territoryId, ownerOrganisationId: null, officerPersonId: null }, today);
  const methodologists = [
    ...(await holdersOfRoles(tx, territoryId, ["methodologist"], null, today)),
    ...(await holdersOfRoles(tx, territoryId, ["methodologist"], organisationIds, today)),
  ];
  const named = new Set(rows.flatMap((row) => row.delegated_to ?? row.bearer_person_id ?? []));
  const standing = await standingAmong(tx, territoryId, [...named], today);
  return new Map(
    rows.map((row) => {
      const own = leading.filter((person) => person.organisationId === row.bearer_organisation_id);
      if (row.bearer_kind !== "organisation" || row.bearer_organisation_kind === "authority") own.push(...officers);
      if (row.bearer_organisation_kind === "methodological_centre")
        own.push(...methodologists.filter((one) => [null, row.bearer_organisation_id].includes(one.organisationId)));
      const heads = row.bearer_kind === "person" ? [] : [...new Set(own.map((person) => person.id))];
      const one = row.delegated_to ?? row.bearer_person_id;
      return [row.id, { people: one && standing.has(one) ? [one] : heads, heads }];
    }),
  );
}
