import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deadJobs } from "#main/commands/dead-jobs.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("a job that failed every time", () => {
  let world: World;
  let territoryId: Id;
  let administrator: Persona, neighbour: Persona;
  beforeAll(async () => {
    world = await openWorld({ log: () => {} });
    territoryId = await world.territory({ kind: "region" });
    administrator = await world.person([{ role: "administrator", territoryId }]);
    const other = await world.territory({ kind: "region" });
    neighbour = await world.person([{ role: "administrator", territoryId: other }]);
  });
  afterAll(() => world.close());

  /** Fails for real, at its only try: the app role may not read what it needs. */
  const failing = async (queue: string, data: object) => {
    const [job] = await world.rows<{ id: string }>(
      "insert into pgboss.job (name, data, retry_limit) values ($1, $2, 0) returning id",
      [queue, JSON.stringify(data)],
    );
    await world.settle();
    return job!.id;
  };
  const replanning = async () => {
    await world.rows("revoke select on programme from orientir_app");
    const id = await failing("obligation-replan", { territoryId, programmeId: makeId() });
    await world.rows("grant select on programme to orientir_app");
    return id;
  };
  const command = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await world.asCommand(() => deadJobs(args, (line) => void lines.push(line)));
    return [code, lines.join("\n")] as const;
  };
  const shown = async (persona: Persona) => (await persona.call("GET", "/api/installation")).body.jobs.dead;
  const jobs = () =>
    world.rows("select state::text as state from pgboss.job where name = 'obligation-replan' order by created_on, id");

  it("is refused to be settled by a wrong word or number", async () => {
    expect((await command("settle", "all"))[0]).toBe(2);
    expect((await command("again"))[0]).toBe(2);
    expect(await command("again", makeId())).toEqual([1, expect.stringContaining("Такой работы нет")]);
    expect(await command()).toEqual([0, "Неудавшихся работ нет."]);
  });

  it("is shown to its administrator and by the command, and done when it is asked for again", async () => {
    const id = await replanning();
    expect([await shown(administrator), await shown(neighbour)]).toEqual([1, 0]);
    expect(await command()).toEqual([0, expect.stringMatching(`^${id}  obligation-replan  .* не удалась$`)]);
    expect(await command("again", id)).toEqual([0, "obligation-replan: снова в очереди."]);
    await world.settle();
    expect((await jobs()).map(({ state }) => state)).toEqual(["failed", "completed"]);
    expect([await shown(administrator), (await command("again", id))[0]]).toEqual([0, 1]);
  });

  it("is put aside without being done, and one of an unknown queue stays until it is", async () => {
    await replanning();
    const strange = makeId();
    await world.rows("insert into dead_job (id, queue, data, reason) values ($1, 'of-old-times', '{}', 'failed')", [
      strange,
    ]);
    expect(await command("again", strange)).toEqual([0, expect.stringContaining("осталась как была")]);
    const [code, lines] = await command("aside", "all");
    expect([code, lines.split("\n").sort()]).toEqual([0, ["obligation-replan: отложена.", "of-old-times: отложена."]]);
    expect([await command(), (await jobs()).length]).toEqual([[0, "Неудавшихся работ нет."], 3]);
  });

  it("of no territory is told to every administrator of an installation", async () => {
    await failing("recovery-letter", {});
    expect([await shown(administrator), await shown(neighbour)]).toEqual([1, 1]);
    await command("aside", "all");
    expect(await shown(neighbour)).toBe(0);
  });

  it("of a territory that was taken away is nobody's", async () => {
    await failing("obligation-replan", { territoryId: makeId(), programmeId: "none" });
    expect((await command())[1]).toBe("Неудавшихся работ нет.");
  });
});
