import { afterAll, beforeAll, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme } from "../support/given-programme.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

let world: World;
let town: Id, programmeId: Id;
let admin: Persona;
beforeAll(async () => {
  world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  town = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
  admin = await world.person([{ role: "administrator", territoryId: town }]);
  const parties = [{ audience: { kind: "position" as const, words: "методисты" } }];
  ({ programmeId } = await givenProgramme(world, town, [{ years: [2026], parties }]));
});
afterAll(() => world.close());

/** Who owes now, by the rows that are open. */
const owing = async () => {
  await world.settle();
  const rows = await world.rows<{ bearer_person_id: Id }>(
    "select bearer_person_id from obligation where programme_id = $1 and closed_at is null order by 1",
    [programmeId],
  );
  return rows.map((row) => row.bearer_person_id);
};

it("plans anew when somebody comes with a role, is given one, and when it ends", async () => {
  const from = "2026-01-01";
  const role = { role: "methodologist", organisationId: null, from };
  const person = { familyName: "Лугова", givenName: "Нина", patronymic: "", phone: "", position: null, login: null };
  const added = await admin.call("POST", "/api/people", { territoryId: town, ...person, role });
  expect(await owing()).toEqual([added.body.id]);

  const reader = await world.person([{ role: "reader", territoryId: town }]);
  const given = await admin.call("POST", `/api/people/${reader.personId}/roles`, { territoryId: town, ...role });
  expect(given.status).toBe(200);
  expect(new Set(await owing())).toEqual(new Set([added.body.id, reader.personId]));

  const ending = { territoryId: town, version: 1, to: "2026-10-21" };
  expect((await admin.call("PATCH", `/api/roles/${given.body.id}`, ending)).status).toBe(200);
  expect(await owing()).toEqual([added.body.id]);
});
