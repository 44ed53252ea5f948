import * as fc from "fast-check";
import type { Role } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme } from "../support/given-programme.ts";
import type { Persona, World } from "../support/world.ts";

const ROLES: readonly (readonly [Role, "municipality" | "region" | "school"])[] = [
  ["administrator", "municipality"],
  ["officer", "municipality"],
  ["authority_head", "municipality"],
  ["reader", "municipality"],
  ["region_specialist", "region"],
  ["region_expert", "region"],
  ["school_head", "school"],
  ["deputy", "school"],
  ["curator", "school"],
  ["network_administrator", "school"],
  ["teacher", "school"],
  ["teacher", "school"],
];
const held = fc.record({
  role: fc.constantFrom(...ROLES),
  territory: fc.nat(2),
  school: fc.nat(1),
  past: fc.constantFrom(false, false, false, true),
});
export const STATES = ["draft", "submitted", "returned", "accepted"] as const;
const made = fc.record({
  people: fc.array(fc.array(held, { minLength: 1, maxLength: 2 }), { minLength: 11, maxLength: 12 }),
  rows: fc.array(
    fc.record({
      territory: fc.nat(2),
      bearer: fc.constantFrom("school", "school", "school", "territory", "person"),
      school: fc.nat(1),
      person: fc.nat(10),
      delegated: fc.option(fc.nat(10), { freq: 3 }),
      owned: fc.boolean(),
      report: fc.option(fc.constantFrom(...STATES), { freq: 3 }),
      author: fc.nat(10),
    }),
    { minLength: 20, maxLength: 26 },
  ),
});

/** Municipalities of two regions with the people, obligations and reports that the seed draws. */
export async function givenObligations(world: World, seed: number) {
  const [plan] = fc.sample(made, { seed, numRuns: 1 });
  const regions = [await world.territory({ kind: "region" }), await world.territory({ kind: "region" })];
  const towns: Id[] = [];
  for (const at of [0, 0, 1]) towns.push(await world.territory({ kind: "municipality", parentId: regions[at]! }));
  const schools: Id[] = [];
  for (const town of towns) for (let at = 0; at < 2; at += 1) schools.push(await world.organisation(town, "school"));
  const personas: Persona[] = [];
  for (const roles of plan!.people)
    personas.push(
      await world.person(
        roles.map(({ role: [role, at], territory, school, past }) => ({
          role,
          territoryId: at === "region" ? regions[territory % 2]! : towns[territory]!,
          ...(at === "school" ? { organisationId: schools[territory * 2 + school]! } : {}),
          ...(past ? { to: "2020-01-01" } : {}),
        })),
      ),
    );
  const measures = new Map<string, { programmeId: Id; measureIds: readonly Id[] }>();
  for (const [at, town] of towns.entries()) {
    measures.set(`${at}`, await givenProgramme(world, town, [{ years: [2026], parties: [] }]));
    measures.set(
      `${at} own`,
      await givenProgramme(world, town, [{ years: [2026], parties: [] }], { ownerOrganisationId: schools[at * 2]! }),
    );
  }
  for (const [number, row] of plan!.rows.entries()) {
    const given = measures.get(`${row.territory}${row.owned ? " own" : ""}`)!;
    const territory = towns[row.territory]!;
    const person = (at: number) => personas[at % personas.length]!.personId;
    const school = schools[row.territory * 2 + row.school]!;
    // whoever is named in a row of the territory worked there once
    for (const at of [row.person, row.author, row.delegated ?? row.author])
      await world.rows(
        `insert into membership (territory_id, id, person_id, organisation_id, position, from_on, to_on)
         values ($1, $2, $3, $4, 'учитель', '2010-01-01', '2011-01-01')`,
        [territory, makeId(), person(at), school],
      );
    const obligationId = makeId();
    await world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_person_id, bearer_key, part,
         occurrence_key, opens_on, due_on, delegated_to, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'assignee', '2026', '2026-01-01', '2026-12-31', $9, now())`,
      [
        territory,
        obligationId,
        given.programmeId,
        given.measureIds[0],
        row.bearer === "school" ? "organisation" : row.bearer,
        row.bearer === "school" ? school : null,
        row.bearer === "person" ? person(row.person) : null,
        `bearer ${number}`,
        row.delegated === null ? null : person(row.delegated),
      ],
    );
    if (row.report === null) continue;
    const reportId = makeId();
    await world.rows(
      "insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at, submitted_at) values ($1, $2, $3, $4, $5, now(), now(), now())",
      [territory, reportId, row.bearer === "school" ? school : null, row.report, person(row.author)],
    );
    await world.rows("insert into report_obligation (territory_id, report_id, obligation_id) values ($1, $2, $3)", [
      territory,
      reportId,
      obligationId,
    ]);
  }
  return { towns, personas };
}
