import type pg from "pg";
import { makeId, type Id } from "#shared/ids.ts";
import type { Put } from "./people.ts";
import type { Persona } from "./place.ts";
import { ON } from "./town-frame.ts";

/**
 * Work in hands that hold it no longer, or never should have: handed to somebody who does not work there, to an onlooker of the office, to
 * a methodologist of a school, to an officer of another district; borne by an onlooker and by somebody whose role has ended.
 */
export async function givenStrays(
  put: Put,
  pool: pg.Pool,
  {
    territoryId,
    programmeId,
    authorityId,
    schoolId,
  }: Readonly<Record<"territoryId" | "programmeId" | "authorityId" | "schoolId", Id>>,
  hands: {
    readonly authority: readonly Persona[];
    readonly school: readonly Persona[];
    readonly own: readonly Persona[];
  },
): Promise<void> {
  const { rows } = await pool.query<{ id: Id }>("select id from measure where programme_id = $1 order by ordinal", [
    programmeId,
  ]);
  const owed = [
    ...hands.authority.map((one) => [authorityId, one.personId, null] as const),
    ...hands.school.map((one) => [schoolId, one.personId, null] as const),
    ...hands.own.map((one) => [null, null, one.personId] as const),
  ];
  for (const [at, [organisationId, delegatedTo, personId]] of owed.entries()) {
    const kind = organisationId ? "organisation" : "person";
    await put("obligation", {
      territory_id: territoryId,
      id: makeId(),
      programme_id: programmeId,
      measure_id: rows[at % rows.length]!.id,
      occurrence_key: `2026-stray-${at}`,
      bearer_kind: kind,
      bearer_organisation_id: organisationId,
      bearer_person_id: personId,
      delegated_to: delegatedTo,
      bearer_key: `${kind}:${organisationId ?? personId}`,
      part: "assignee",
      opens_on: "2026-01-01",
      due_on: "2026-12-20",
      created_at: ON,
    });
  }
}
