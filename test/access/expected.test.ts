import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

/** What was read for whoever was expected is told to nobody once they are somebody else, or may do less. */
describe("rights changed between two questions hold at the second", () => {
  let world: World;
  let one: Id;
  let other: Id;
  let officer: Persona;
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    other = await world.territory({ kind: "municipality", parentId: region });
  });
  afterAll(() => world.close());

  const listed = async (territoryId: Id) =>
    (await officer.call("GET", `/api/obligations?territoryId=${territoryId}`)).status;
  const known = async (roles: Parameters<World["person"]>[0]) => {
    officer = await world.person(roles);
    for (let turn = 0; turn < 2; turn += 1) expect(await listed(one)).toBe(200);
  };

  it("a session that was closed", async () => {
    await known([{ role: "officer", territoryId: one }]);
    await world.rows("update session set expires_at = now() - interval '1 second' where account_id = $1", [
      officer.accountId,
    ]);
    expect(await listed(one)).toBe(401);
  });

  it("an account that was closed", async () => {
    await known([{ role: "officer", territoryId: one }]);
    await world.rows("update account set status = 'closed' where id = $1", [officer.accountId]);
    expect(await listed(one)).toBe(401);
  });

  it("a role that was taken", async () => {
    await known([{ role: "officer", territoryId: one }]);
    await world.rows("delete from role_assignment where person_id = $1", [officer.personId]);
    expect(await listed(one)).toBe(404);
  });

  it("a role that was given elsewhere instead", async () => {
    await known([{ role: "officer", territoryId: one }]);
    await world.rows("update role_assignment set territory_id = $2 where person_id = $1", [officer.personId, other]);
    // what was refused to the one expected is given to the one who asks
    expect(await listed(other)).toBe(200);
    expect(await listed(one)).toBe(404);
  });

  it("a role taken before a write", async () => {
    await known([{ role: "officer", territoryId: one }]);
    await world.rows("delete from role_assignment where person_id = $1", [officer.personId]);
    const paper = { territoryId: one, kind: "minutes", number: "7", datedOn: "2021-12-01", title: "О ходе работы" };
    const refused = await officer.call("POST", "/api/papers", { ...paper, issuerOrganisationId: null, fileId: null });
    expect([403, 404]).toContain(refused.status);
    expect(await world.rows("select 1 from paper where territory_id = $1", [one])).toEqual([]);
  });
});
