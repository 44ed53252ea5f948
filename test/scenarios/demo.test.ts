import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoRemove } from "#main/commands/demo-remove.ts";
import { loadDemo } from "#main/demo/load.ts";
import { removeDemo } from "#main/demo/remove.ts";
import { openWorld, type World } from "../support/world.ts";

describe("the demo district on the database", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  });
  afterAll(() => world.close());

  const count = async (table: string) =>
    (await world.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

  it("does not touch a database where a district works already", async () => {
    const territory = await world.territory({ kind: "region", name: "Настоящая область" });
    expect(await loadDemo(world.program, () => {})).toBe(false);
    expect(await count("territory")).toBe(1);
    await world.rows("delete from territory where id = $1", [territory]);
  });

  it("is whole: places, people, obligations, reports in every state, and nothing the second time", async () => {
    expect(await loadDemo(world.program, () => {})).toBe(true);
    expect([await count("territory"), await count("organisation"), await count("person")]).toEqual([3, 14, 60]);
    const states = await world.rows<{ state: string }>("select distinct state from report order by 1");
    expect(states.map(({ state }) => state)).toEqual(["accepted", "draft", "returned", "submitted"]);
    const late = await world.rows(
      "select o.id from obligation o left join report_obligation ro on ro.obligation_id = o.id where o.due_on < '2026-10-22' and ro.report_id is null and o.closed_at is null",
    );
    expect(late.length).toBeGreaterThan(0);
    expect(await loadDemo(world.program, () => {})).toBe(false);
  });

  it("is cleared and loaded again where its loading was cut short", async () => {
    await world.rows("delete from setting where key = 'demo.loaded'");
    const before = await count("obligation");
    expect(await loadDemo(world.program, () => {})).toBe(true);
    expect([await count("territory"), await count("person"), await count("obligation")]).toEqual([3, 60, before]);
  });

  it("is not removed before somebody agreed to what goes", async () => {
    const lines: string[] = [];
    const remove = (args: string[], answer?: string) =>
      world.asCommand(() =>
        demoRemove(args, (line) => void lines.push(line), answer === undefined ? undefined : async () => answer),
      );
    expect(await remove([])).toBe(2);
    expect(lines.at(-2)!.replaceAll("\u00a0", " ")).toMatch(
      /^Уйдёт «.+»: 2 муниципалитета, 14 организаций, 60 человек, 1 программа, \d+ отчёт/,
    );
    expect(lines.at(-1)).toContain("--yes");
    expect([await remove([], ""), await remove([], "нет"), await remove(["--force"])]).toEqual([1, 1, 2]);
    expect(await count("territory")).toBe(3);
    expect([await remove([], " Да "), await count("territory")]).toEqual([0, 0]);
    expect([await remove(["--yes"]), lines.at(-1)]).toEqual([0, "Демонстрации в базе нет."]);
    expect(await loadDemo(world.program, () => {})).toBe(true);
    expect([await remove(["--yes"]), lines.at(-1)]).toEqual([0, "Демонстрация убрана."]);
    expect(await loadDemo(world.program, () => {})).toBe(true);
  });

  it("goes without a trace and leaves what is not its own", async () => {
    const own = await world.territory({ kind: "region", name: "Настоящая область" });
    const person = await world.person([{ role: "region_specialist", territoryId: own }]);
    // a guest of the demo tried the second step of sign-in
    await world.rows(
      "insert into second_factor (account_id, sealed, key_id, made_at, last_step) select id, '', '', now(), 0 from account order by id limit 1",
    );
    expect(await removeDemo(world.program.database, world.program.clock)).toBe(3);
    expect([
      await count("territory"),
      await count("person"),
      await count("obligation"),
      await count("report"),
      await count("stored_file"),
    ]).toEqual([1, 1, 0, 0, 0]);
    expect((await person.call("GET", "/api/session")).status).toBe(200);
    expect(await removeDemo(world.program.database, world.program.clock)).toBe(0);
  });
});
