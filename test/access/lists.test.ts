import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

/**
 * Generated worlds: what each persona's lists show is compared with an oracle that reads the rows as their owner and reasons in
 * plain loops, knowing nothing of the program's SQL or policies.
 */
const TODAY = "2021-12-10";
const ROLES: readonly (readonly [Role, "municipality" | "region" | "school"])[] = [
  ["administrator", "municipality"],
  ["officer", "municipality"],
  ["reader", "municipality"],
  ["methodologist", "municipality"],
  ["administrator", "region"],
  ["region_expert", "region"],
  ["school_head", "school"],
  ["deputy", "school"],
  ["curator", "school"],
  ["teacher", "school"],
];

const held = fc.record({
  role: fc.constantFrom(...ROLES),
  territory: fc.nat(2),
  school: fc.nat(1),
  past: fc.boolean(),
});
const generated = fc.array(fc.record({ roles: fc.array(held, { maxLength: 3 }), position: fc.option(fc.nat(5)) }), {
  minLength: 6,
  maxLength: 9,
});

interface RoleRow {
  person_id: Id;
  role: Role;
  territory_id: Id;
  organisation_id: Id | null;
  to_on: string | null;
}

describe("lists of organisations and people", () => {
  let world: World;
  const tally = { organisations: { visible: 0, hidden: 0 }, people: { visible: 0, hidden: 0 } };
  beforeAll(async () => {
    world = await openWorld({ now: `${TODAY}T09:00:00+03:00` });
  });
  afterAll(() => world.close());

  async function makeWorld(seed: number) {
    const [people] = fc.sample(generated, { seed, numRuns: 1 }) as [
      NonNullable<ReturnType<typeof generated.generate>>["value"],
    ];
    const regions = [await world.territory({ kind: "region" }), await world.territory({ kind: "region" })];
    const towns = [
      await world.territory({ kind: "municipality", parentId: regions[0]! }),
      await world.territory({ kind: "municipality", parentId: regions[0]! }),
      await world.territory({ kind: "municipality", parentId: regions[1]! }),
    ];
    const schools: Id[] = [];
    for (const town of towns) for (let at = 0; at < 2; at += 1) schools.push(await world.organisation(town, "school"));
    const personas: Persona[] = [];
    for (const { roles, position } of people) {
      const persona = await world.person(
        roles.map(({ role: [role, at], territory, school, past }) => ({
          role,
          territoryId: at === "region" ? regions[territory % 2]! : towns[territory]!,
          ...(at === "school" ? { organisationId: schools[territory * 2 + school]! } : {}),
          ...(past ? { to: "2020-01-01" } : {}),
        })),
      );
      if (position !== null)
        await world.rows(
          "insert into membership (territory_id, id, person_id, organisation_id, position, from_on) values ($1, gen_random_uuid(), $2, $3, 'учитель', '2020-01-01')",
          [towns[Math.floor(position / 2)]!, persona.personId, schools[position]!],
        );
      personas.push(persona);
    }
    return { regions, towns, schools, personas, territories: [...regions, ...towns] };
  }

  /** every id of a list, page by page */
  async function listed(persona: Persona, path: string): Promise<Id[]> {
    const ids: Id[] = [];
    for (let page = 1; ; page += 1) {
      const { status, body } = await persona.call("GET", `${path}&page=${page}`);
      if (status === 404) return [];
      ids.push(...body.items.map((item: { id: Id }) => item.id));
      if (ids.length >= body.total) return ids.sort();
    }
  }

  it.each([1, 2, 3, 4])("equal what the oracle says, world %i", async (seed) => {
    const { territories, towns, regions, schools, personas } = await makeWorld(seed);
    const roles = await world.rows<RoleRow>(
      "select person_id, role, territory_id, organisation_id, to_on::text from role_assignment where territory_id = any($1)",
      [territories],
    );
    const memberships = await world.rows<{ person_id: Id; territory_id: Id; organisation_id: Id }>(
      "select person_id, territory_id, organisation_id from membership where territory_id = any($1)",
      [territories],
    );
    const regionOf = new Map(towns.map((town, at) => [town, regions[at === 2 ? 1 : 0]!]));
    for (const persona of personas) {
      const mine = roles.filter((row) => row.person_id === persona.personId && (row.to_on ?? TODAY) >= TODAY);
      for (const territory of territories) {
        const overTown = mine.some((row) => row.territory_id === territory && row.organisation_id === null);
        const overRegion = mine.some(
          (row) => row.organisation_id === null && row.territory_id === regionOf.get(territory),
        );
        const inside = mine.some((row) => row.territory_id === territory);
        const expectedSchools = schools.filter(
          (_, at) => towns[Math.floor(at / 2)] === territory && (inside || overRegion),
        );
        expect(await listed(persona, `/api/organisations?territoryId=${territory}&state=all`)).toEqual(
          expectedSchools.sort(),
        );
        tally.organisations.visible += expectedSchools.length;

        const expectedPeople = new Set<Id>();
        for (const row of [...roles, ...memberships]) {
          if (row.territory_id !== territory || !(inside || overRegion)) continue;
          const colleague = mine.some(
            (one) =>
              one.organisation_id !== null && one.organisation_id === row.organisation_id && one.role !== "teacher",
          );
          if (overTown || overRegion || colleague || row.person_id === persona.personId)
            expectedPeople.add(row.person_id);
        }
        const people = await listed(persona, `/api/people?territoryId=${territory}&state=all`);
        expect(people).toEqual([...expectedPeople].sort());
        tally.people.visible += people.length;
        const standing = new Set(
          [...roles, ...memberships].filter((row) => row.territory_id === territory).map((row) => row.person_id),
        );
        tally.people.hidden += standing.size - people.length;
        tally.organisations.hidden +=
          schools.filter((_, at) => towns[Math.floor(at / 2)] === territory).length - expectedSchools.length;
        // one row, asked by its id, answers as the list does
        for (const other of standing) {
          const { status } = await persona.call("GET", `/api/people/${other}?territoryId=${territory}`);
          expect(status).toBe(expectedPeople.has(other) ? 200 : 404);
        }
      }
    }
  });

  it("met both what is shown and what is hidden", () => {
    for (const [list, { visible, hidden }] of Object.entries(tally)) {
      console.log(`${list}: ${visible} visible, ${hidden} hidden`);
      expect([visible > 0, hidden > 0]).toEqual([true, true]);
    }
  });
});
