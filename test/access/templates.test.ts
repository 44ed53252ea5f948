import { afterAll, beforeAll, expect, it } from "vitest";
import type { Role } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { LIBRARY } from "#features/templates/model/library.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

type Place = "town" | "region" | "school" | "neighbour";
const BUILDS_TOWN: readonly Role[] = ["administrator", "officer"];
const BUILDS_SCHOOL: readonly Role[] = ["school_head", "deputy"];
const CASES: readonly (readonly [Place, readonly Role[]])[] = [
  ["town", ["administrator", "officer", "methodologist", "authority_head", "reader"]],
  ["region", ["administrator", "region_specialist", "region_expert"]],
  ["school", ["school_head", "deputy", "curator", "network_administrator", "community_head", "teacher"]],
  ["neighbour", ["school_head", "deputy"]],
];

let world: World;
let town: Id;
const places = {} as Record<Place, { territoryId: Id; organisationId?: Id }>;
const kept = {} as Record<"town" | "school" | "closed" | "elsewhere", Id>;
beforeAll(async () => {
  world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  const region = await world.territory({ kind: "region" });
  town = await world.territory({ kind: "municipality", parentId: region });
  const elsewhere = await world.territory({ kind: "municipality", parentId: region });
  const school = await world.organisation(town, "school");
  const neighbour = await world.organisation(town, "school");
  places.town = { territoryId: town };
  places.region = { territoryId: region };
  places.school = { territoryId: town, organisationId: school };
  places.neighbour = { territoryId: town, organisationId: neighbour };
  const keep = async (territoryId: Id, owner: Id | null, isClosed = false) => {
    const id = makeId();
    await world.rows(
      "insert into programme_template (territory_id, id, owner_organisation_id, title, body, made_at, closed_at) values ($1, $2, $3, 'Свой', $4, now(), $5)",
      [
        territoryId,
        id,
        owner,
        JSON.stringify({
          startsOn: "2026-01-01",
          endsOn: "2026-12-31",
          yearKind: "calendar",
          goal: "",
          tasks: [],
          roadmaps: [],
        }),
        isClosed ? "2026-10-01" : null,
      ],
    );
    return id;
  };
  kept.town = await keep(town, null);
  kept.school = await keep(town, school);
  kept.closed = await keep(town, null, true);
  kept.elsewhere = await keep(elsewhere, null);
});
afterAll(() => world.close());

it.each(CASES.flatMap(([place, roles]) => roles.map((role) => [role, place] as const)))(
  "templates that the %s of the %s finds, and opens or puts away by their id",
  async (role, place) => {
    const persona: Persona = await world.person([{ role, ...places[place] }]);
    const ofTown = place === "town" && BUILDS_TOWN.includes(role);
    const ofSchool = (place === "school" || place === "neighbour") && BUILDS_SCHOOL.includes(role);
    const sees = { town: ofTown || ofSchool, school: ofSchool && place === "school", closed: false, elsewhere: false };
    const expected = [
      ...(["town", "school"] as const).filter((each) => sees[each]).map((each) => kept[each]),
      ...(ofTown || ofSchool ? LIBRARY.map(({ key }) => key) : []),
    ];
    const { status, body } = await persona.call("GET", `/api/templates?territoryId=${town}`);
    expect(status === 404 ? [] : body.items.map((row: { key: string }) => row.key).sort()).toEqual(expected.sort());
    for (const each of ["town", "school", "closed", "elsewhere"] as const) {
      const path = `/api/templates/${town}/`;
      expect([each, (await persona.call("GET", `${path}${kept[each]}`)).status]).toEqual([
        each,
        sees[each] ? 200 : 404,
      ]);
      const closes = each === "school" ? sees.school : ofTown && (each === "town" || each === "closed");
      const reopened = await persona.call(
        "POST",
        `${path}own/${kept[each]}/${each === "closed" ? "close" : "reopen"}`,
        {},
      );
      expect([each, reopened.status]).toEqual([each, closes ? 200 : 404]);
    }
  },
);
