import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";
import { givenProgramme } from "../support/given-programme.ts";

/**
 * Who sees which programme and which paper: lists and single rows compared with an oracle that reads the rows as their owner and
 * reasons in plain words, knowing nothing of the program's SQL or policies.
 */
const TODAY = "2026-10-22";
const ROLES: readonly (readonly [Role, "municipality" | "region" | "school"])[] = [
  ["administrator", "municipality"],
  ["officer", "municipality"],
  ["methodologist", "municipality"],
  ["authority_head", "municipality"],
  ["reader", "municipality"],
  ["administrator", "region"],
  ["region_specialist", "region"],
  ["region_expert", "region"],
  ["school_head", "school"],
  ["deputy", "school"],
  ["curator", "school"],
  ["network_administrator", "school"],
  ["community_head", "school"],
  ["teacher", "school"],
];

const held = fc.record({
  role: fc.constantFrom(...ROLES),
  town: fc.nat(2),
  school: fc.nat(1),
  past: fc.boolean(),
});
const people = fc.array(fc.array(held, { maxLength: 2 }), { minLength: 8, maxLength: 10 });

interface Standing {
  readonly role: Role;
  readonly territory_id: Id;
  readonly organisation_id: Id | null;
}

interface Programme {
  readonly id: Id;
  readonly town: Id;
  readonly region: Id;
  readonly owner: Id | null;
  readonly status: string;
}

/** The rule as a person of the authority would tell it. */
function shouldSee(mine: readonly Standing[], programme: Programme): boolean {
  return mine.some(({ role, territory_id: place, organisation_id: organisation }) => {
    const inTown = place === programme.town;
    const overTown = inTown && organisation === null;
    const ofRegion =
      place === programme.region &&
      organisation === null &&
      (role === "administrator" || role === "region_specialist" || role === "region_expert");
    const inOwner = organisation !== null && organisation === programme.owner;
    if (programme.status === "draft") {
      if (programme.owner === null) return overTown;
      return (
        (overTown && (role === "officer" || role === "administrator")) ||
        (inOwner && (role === "school_head" || role === "deputy"))
      );
    }
    if (programme.owner === null) return inTown || ofRegion;
    return overTown || ofRegion || inOwner;
  });
}

describe("programmes and papers", () => {
  let world: World;
  const tally = {
    programmes: { visible: 0, hidden: 0 },
    drafts: { visible: 0, hidden: 0 },
    "schools' own": { visible: 0, hidden: 0 },
    papers: { visible: 0, hidden: 0 },
  };
  const count = (list: keyof typeof tally, visible: boolean) => {
    tally[list][visible ? "visible" : "hidden"] += 1;
  };
  beforeAll(async () => {
    world = await openWorld({ now: `${TODAY}T09:00:00+03:00` });
  });
  afterAll(() => world.close());

  async function makeWorld(seed: number) {
    const [generated] = fc.sample(people, { seed, numRuns: 1 });
    const regions = [await world.territory({ kind: "region" }), await world.territory({ kind: "region" })];
    const towns: Id[] = [];
    for (const at of [0, 0, 1]) towns.push(await world.territory({ kind: "municipality", parentId: regions[at]! }));
    const schools: Id[] = [];
    const authorities: Id[] = [];
    const programmes: Programme[] = [];
    const papers: { id: Id; town: Id; region: Id; issuer: Id | null; open: boolean }[] = [];
    for (const [at, town] of towns.entries()) {
      const region = regions[at === 2 ? 1 : 0]!;
      const own = [await world.organisation(town, "school"), await world.organisation(town, "school")];
      const authority = await world.organisation(town, "authority");
      schools.push(...own);
      authorities.push(authority);
      for (const owner of [null, ...own])
        for (const status of ["draft", "approved", "running", "finished"]) {
          const { programmeId } = await givenProgramme(world, town, [], {
            status,
            ...(owner && { ownerOrganisationId: owner }),
          });
          programmes.push({ id: programmeId, town, region, owner, status });
        }
      for (const issuer of [null, authority, ...own]) {
        const id = makeId();
        await world.rows(
          "insert into paper (territory_id, id, kind, number, title, issuer_organisation_id) values ($1, $2, 'directive', '1', 'О мерах', $3)",
          [town, id, issuer],
        );
        papers.push({ id, town, region, issuer, open: issuer === null || issuer === authority });
      }
    }
    const personas: { persona: Persona; mine: Standing[] }[] = [];
    for (const roles of generated!) {
      const given = roles.map(({ role: [role, at], town, school, past }) => ({
        role,
        territoryId: at === "region" ? regions[town === 2 ? 1 : 0]! : towns[town]!,
        ...(at === "school" ? { organisationId: schools[town * 2 + school]! } : {}),
        ...(past ? { to: "2020-01-01" } : {}),
      }));
      const persona = await world.person(given);
      const mine = await world.rows<Standing>(
        "select role, territory_id, organisation_id from role_assignment where person_id = $1 and (to_on is null or to_on >= $2)",
        [persona.personId, TODAY],
      );
      personas.push({ persona, mine });
    }
    personas.push({ persona: await world.person([]), mine: [] });
    return { towns, programmes, papers, personas };
  }

  it.each([11, 12, 13])("are listed as the oracle says, and answer by their id alike, world %i", async (seed) => {
    const { towns, programmes, papers, personas } = await makeWorld(seed);
    for (const { persona, mine } of personas)
      for (const town of towns) {
        const listed = new Set<Id>(
          (await persona.call("GET", `/api/programmes?territoryId=${town}`)).body.items.map(
            (row: { id: Id }) => row.id,
          ),
        );
        const filed = new Set<Id>(
          (await persona.call("GET", `/api/papers?territoryId=${town}`)).body.items.map((row: { id: Id }) => row.id),
        );
        for (const programme of programmes.filter((each) => each.town === town)) {
          const visible = shouldSee(mine, programme);
          expect([programme, listed.has(programme.id)]).toEqual([programme, visible]);
          const { status } = await persona.call("GET", `/api/programmes/${town}/${programme.id}`);
          expect(status).toBe(visible ? 200 : 404);
          count("programmes", visible);
          if (programme.status === "draft") count("drafts", visible);
          if (programme.owner !== null) count("schools' own", visible);
        }
        expect(listed.size).toBe(programmes.filter((each) => each.town === town && shouldSee(mine, each)).length);
        for (const paper of papers.filter((each) => each.town === town)) {
          const visible = mine.some(
            (one) =>
              (one.organisation_id === null && (one.territory_id === town || one.territory_id === paper.region)) ||
              (one.territory_id === town && paper.open) ||
              (one.organisation_id !== null && one.organisation_id === paper.issuer),
          );
          expect([paper, filed.has(paper.id)]).toEqual([paper, visible]);
          const { status } = await persona.call("GET", `/api/papers/${town}/${paper.id}`);
          expect(status).toBe(visible ? 200 : 404);
          count("papers", visible);
        }
      }
  });

  it("show the public nothing", async () => {
    const { towns, programmes } = await makeWorld(14);
    const paths = [
      `/api/programmes?territoryId=${towns[0]}`,
      `/api/programmes/${towns[0]}/${programmes[1]!.id}`,
      `/api/programmes/${towns[0]}/${programmes[1]!.id}/measures`,
      `/api/papers?territoryId=${towns[0]}`,
    ];
    for (const path of paths) expect((await world.public.call("GET", path)).status).toBe(401);
  });

  it("met both what is shown and what is hidden", () => {
    for (const [list, { visible, hidden }] of Object.entries(tally)) {
      console.log(`${list}: ${visible} visible, ${hidden} hidden`);
      expect([visible > 0, hidden > 0]).toEqual([true, true]);
    }
  });
});
