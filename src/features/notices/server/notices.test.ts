import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

describe("notices", () => {
  let world: World;
  let town: Id;
  let one: Persona;
  let other: Persona;

  beforeAll(async () => {
    world = await openWorld();
    town = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
    one = await world.person([{ role: "officer", territoryId: town }]);
    other = await world.person([{ role: "officer", territoryId: town }]);
  });
  afterAll(() => world.close());

  async function told(person: Persona, text: string): Promise<Id> {
    const id = makeId();
    await world.rows(
      "insert into notice (territory_id, id, person_id, kind, text, link, created_at) values ($1, $2, $3, 'report-submitted', $4, '/reports', now())",
      [town, id, person.personId, text],
    );
    return id;
  }
  const texts = async (person: Persona) =>
    (await person.call("GET", "/api/notices")).body.rows.map((row: { text: string; read: boolean }) => [
      row.text,
      row.read,
    ]);

  it("are their person's own: nobody reads or marks those of another", async () => {
    const id = await told(one, "Отчёт ждёт проверки");
    expect(await texts(other)).toEqual([]);
    await other.call("POST", "/api/notices/read", { ids: [id] });
    expect(await texts(one)).toEqual([["Отчёт ждёт проверки", false]]);
    expect((await world.public.call("GET", "/api/notices")).status).toBe(401);
  });

  it("are marked one by one, then all, and counted beside the bell", async () => {
    await told(one, "Второе");
    const third = await told(one, "Третье");
    const count = async () => (await one.call("GET", `/api/counts?territoryId=${town}`)).body.notices;
    expect(await count()).toBe(3);
    expect((await one.call("POST", "/api/notices/read", { ids: [third] })).body).toEqual({ unread: 2 });
    expect((await one.call("POST", "/api/notices/read", { ids: [] })).body).toEqual({ unread: 2 });
    expect((await one.call("POST", "/api/notices/read", {})).body).toEqual({ unread: 0 });
    expect(await count()).toBe(0);
  });
});
