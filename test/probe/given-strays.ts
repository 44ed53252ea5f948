import type pg from "pg";
import { makeId, type Id } from "#shared/ids.ts";
import { markOf } from "./marks.ts";
import type { Put } from "./people.ts";
import type { Persona } from "./place.ts";
import { ON } from "./town-frame.ts";

/**
 * Work in hands that hold it no longer, or never should have: handed to somebody who does not work there, to an onlooker of the office, to
 * a methodologist of a school, to an officer of another district; borne by an onlooker and by somebody whose role has ended; reported by
 * those who have gone.
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
    readonly authors: readonly Persona[];
  },
): Promise<void> {
  const { rows } = await pool.query<{ id: Id }>("select id from measure where programme_id = $1 order by ordinal", [
    programmeId,
  ]);
  const owed = [
    ...hands.authority.map((one) => [authorityId, one.personId, null] as const),
    ...hands.school.map((one) => [schoolId, one.personId, null] as const),
    ...hands.own.map((one) => [null, null, one.personId] as const),
    ...hands.authors.map(() => [schoolId, null, null] as const),
  ];
  const authors = [...hands.authors];
  for (const [at, [organisationId, delegatedTo, personId]] of owed.entries()) {
    const kind = organisationId ? "organisation" : "person";
    const id = makeId();
    await put("obligation", {
      territory_id: territoryId,
      id,
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
    const author = organisationId && !delegatedTo ? authors.shift() : undefined;
    if (author) await givenReportOf(put, territoryId, schoolId, id, author);
  }
}

async function givenReportOf(put: Put, territoryId: Id, organisationId: Id, obligationId: Id, { personId }: Persona) {
  const id = makeId();
  await put("report", {
    territory_id: territoryId,
    id,
    organisation_id: organisationId,
    state: "submitted",
    text: `Сделано ${markOf(id)}`,
    done_on: "2026-10-01",
    author_person_id: personId,
    created_at: ON,
    saved_at: ON,
    submitted_at: ON,
  });
  await put("report_obligation", { territory_id: territoryId, report_id: id, obligation_id: obligationId });
}
