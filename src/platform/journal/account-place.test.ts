import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../test/support/world.ts";

describe("the place where deeds of an account stand", () => {
  let world: World;
  const place: Record<string, Id> = {};
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    for (const name of ["west", "east", "north"])
      place[name] = await world.territory({ kind: "municipality", parentId: region, name });
    await world.rows("update territory set time_zone = 'Asia/Kamchatka' where id = $1", [place["east"]]);
  });
  afterAll(() => world.close());

  const officer = (...roles: [place: string, from: string, to?: string][]) =>
    world.person(
      roles.map(([name, from, to]) => ({ role: "officer", territoryId: place[name]!, from, ...(to && { to }) })),
    );
  const at = async ({ accountId }: Persona, moment: string) => {
    const [found] = await world.rows("select territory_of_account($1, $2) as id", [accountId, moment]);
    return Object.keys(place).find((name) => place[name] === found!["id"]);
  };

  it("is one that is held, as its own territory counts days, or the last that was", async () => {
    const moved = await officer(["west", "2019-01-01", "2026-02-20"], ["east", "2026-03-02"]);
    // eleven at night of 1 March and one in the morning of the 2nd on Kamchatka
    expect(await at(moved, "2026-03-01T11:00:00Z")).toBe("west");
    expect(await at(moved, "2026-03-01T13:00:00Z")).toBe("east");
  });

  it("is the one held longest of several", async () => {
    expect(await at(await officer(["east", "2021-01-01"], ["west", "2020-01-01"]), "2026-03-01T11:00:00Z")).toBe(
      "west",
    );
  });

  it("is one that is over rather than one to come", async () => {
    const between = await officer(["west", "2019-01-01", "2026-02-20"], ["north", "2026-09-01"]);
    expect(await at(between, "2026-03-01T11:00:00Z")).toBe("west");
    expect(await at(await officer(["north", "2026-09-01"]), "2026-03-01T11:00:00Z")).toBe("north");
  });
});
