import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openDestructionGround, type DestructionGround } from "../../../../test/support/destruction-ground.ts";
import type { Persona, World } from "../../../../test/support/world.ts";

describe("a destruction of personal data", () => {
  let ground: DestructionGround;
  let world: World;
  let town: Id;
  let keeper: Persona;
  beforeAll(async () => {
    ground = await openDestructionGround();
    ({ world, town, keeper } = ground);
  });
  afterAll(() => world.close());

  it("is refused whole while the person holds a place, asks, or is oneself; a stranger finds nobody", async () => {
    const one = await ground.given("Занятова");
    expect((await ground.destroy(one, "Занятова")).body).toMatchObject({ code: "still-tied" });
    await one.call("POST", "/api/my-data/requests", { territoryId: town, kind: "correction", text: "Отчество не то" });
    await ground.leave(one);
    const asked = await ground.destroy(one, "Занятова");
    expect([asked.status, asked.body.code]).toEqual([409, "still-tied"]);
    expect(asked.body.title).toMatch(/обращения человека/);
    expect((await ground.destroy(keeper, "Хранителева")).body).toMatchObject({ code: "still-tied" });
    const officer = await world.person([{ role: "officer", territoryId: town }]);
    expect((await ground.destroy(one, "Занятова", officer)).status).toBe(404);
    expect((await ground.data(one)).body.person.fullName).toMatch(/^Занятова/);
  });

  it("is preceded by where the name stands, in views that only their authors see too", async () => {
    const one = await ground.given("Упомянутова");
    const { fullName } = (await ground.data(one)).body.person;
    const officer = await world.person([{ role: "officer", territoryId: town }]);
    const view = { territoryId: town, list: "people", name: fullName, shared: false, opens: false };
    const kept = await officer.call("POST", "/api/views", { ...view, filter: { q: fullName } });
    expect(kept.status).toBe(200);
    expect((await keeper.call("GET", `/api/views?territoryId=${town}&list=people`)).body.items).toEqual([]);
    expect((await ground.data(one)).body.mentions).toEqual([
      { where: "названия видов списков", count: 1 },
      { where: "отборы, сохранённые в видах списков", count: 1 },
    ]);
  });

  it("is refused by a surname typed otherwise and by a stale card", async () => {
    const one = await ground.given("Набранова");
    await ground.leave(one);
    expect((await ground.destroy(one, "Набранский")).body.code).toBe("name-differs");
    const named = {
      ...ground.body((await ground.data(one)).body.version, "Набранова"),
      basis: "заявление Набрановой от 19.10",
    };
    const path = `/api/people/${one.personId}/destruction`;
    expect((await keeper.call("POST", path, named)).body.code).toBe("basis-names");
    expect((await keeper.call("POST", path, ground.body(7, "Набранова"))).body.code).toBe("stale-write");
  });

  it("is refused to whoever does not keep every territory in which the person stood", async () => {
    const other = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
    const one = await ground.given("Двуместнова");
    await ground.leave(one);
    await world.rows(
      "insert into role_assignment (territory_id, id, person_id, role, from_on, to_on) values ($1, $2, $3, 'officer', '2015-01-01', '2016-01-01')",
      [other, makeId(), one.personId],
    );
    const answer = await ground.destroy(one, "Двуместнова");
    expect([answer.body.code, answer.body.title]).toEqual([
      "still-tied",
      expect.stringMatching(/в других территориях/),
    ]);
    // the wall underneath says the same where the check above it fails
    await expect(
      world.program.database.within({ person: keeper.personId, reads: [town], writes: [town] }, (tx) =>
        sql`select * from destroy_access(${one.personId})`.execute(tx),
      ),
    ).rejects.toThrow(/stands elsewhere/);
  });

  it("blanks a short name where it stands by itself, and nobody else's in the same letters", async () => {
    const one = await ground.given("Ли");
    await ground.leave(one);
    await ground.answered({
      rows: [["Ли", "Вера", "Ильинична"]],
      said: "Ли Вера Ильинична, В.\u00a0И.\u00a0Ли",
      else: "Лисина",
    });
    await ground.answered({ rows: [["Лисина", "Вера", "Ильинична"]] });
    expect((await ground.destroy(one, "Ли")).status).toBe(200);
    const kept = await world.rows("select answer from idempotency where action = 'x' order by at");
    const pseudonym = `Сотрудник ${one.personId.slice(-4)}, данные уничтожены`;
    expect(kept.map(({ answer }) => answer)).toEqual([
      { rows: [[pseudonym, "", ""]], said: `${pseudonym}, ${pseudonym}`, else: "Лисина" },
      { rows: [["Лисина", "Вера", "Ильинична"]] },
    ]);
  });
});
