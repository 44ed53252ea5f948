import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { answerersOf, checkersOf, type ObligationRecord } from "#features/obligations/server/public.ts";

/**
 * Who answers for these obligations: the person named, else heads and deputies of the organisation; officers for the authority and
 * the territory itself, methodologists for the methodological centre.
 */
export async function whoAnswers(
  tx: Tx,
  territoryId: Id,
  rows: readonly ObligationRecord[],
  today: LocalDate,
): Promise<Id[]> {
  const organisationIds = [...new Set(rows.flatMap((row) => row.bearer_organisation_id ?? []))];
  const heads = await answerersOf(tx, territoryId, organisationIds, today);
  const officers = await checkersOf(tx, { territoryId, ownerOrganisationId: null, officerPersonId: null }, today);
  const methodologists = await methodologistsOf(tx, territoryId, today);
  const people = rows.flatMap((row): readonly Id[] => {
    if (row.delegated_to) return [row.delegated_to];
    if (row.bearer_person_id) return [row.bearer_person_id];
    const own = heads.filter((person) => person.organisationId === row.bearer_organisation_id);
    if (row.bearer_kind !== "organisation" || row.bearer_organisation_kind === "authority") own.push(...officers);
    const ids = own.map((person) => person.id);
    return row.bearer_organisation_kind === "methodological_centre" ? [...ids, ...methodologists] : ids;
  });
  return [...new Set(people)];
}

async function methodologistsOf(tx: Tx, territoryId: Id, today: LocalDate): Promise<Id[]> {
  const rows = await tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .where("role", "=", "methodologist")
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .select("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}
