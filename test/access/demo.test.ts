import type { FastifyInstance } from "fastify";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actorFinder } from "#features/people/server/actors.ts";
import { demoRoutes } from "#features/people/server/demo-routes.ts";
import { makeServer } from "#platform/http/server.ts";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("sign-in by one click", () => {
  let world: World;
  let server: FastifyInstance;
  let demoHead: Persona, both: Persona, outsider: Persona, invited: Persona;
  beforeAll(async () => {
    world = await openWorld();
    const { program } = world;
    const [demo, real] = [await world.territory({ kind: "region" }), await world.territory({ kind: "region" })];
    await world.rows("update territory set is_demo = true where id = $1", [demo]);
    const school = await world.organisation(demo, "school", "Школа № 1");
    demoHead = await world.person([{ role: "school_head", territoryId: demo, organisationId: school }]);
    both = await world.person([
      { role: "school_head", territoryId: demo, organisationId: school },
      { role: "officer", territoryId: real, to: "2016-01-01" },
    ]);
    invited = await world.person([{ role: "school_head", territoryId: demo, organisationId: school }]);
    await world.rows("insert into credential (account_id, password_hash) values ($1, 'x')", [invited.accountId]);
    outsider = await world.person([{ role: "officer", territoryId: real }]);
    server = await makeServer({
      routes: demoRoutes,
      database: program.database,
      jobs: program.jobs,
      files: program.files,
      clock: program.clock,
      findActor: actorFinder(program.clock),
      installation: program.installation,
      webFolder: undefined,
      log: () => {},
    });
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const enter = (accountId: string, remoteAddress = "127.0.0.1") =>
    server.inject({
      method: "POST",
      url: "/api/demo/session",
      headers: { "x-orientir": "1" },
      payload: { accountId },
      remoteAddress,
    });

  it("is not there unless it is mounted", async () => {
    expect((await world.public.call("GET", "/api/demo")).status).toBe(404);
    expect((await world.public.call("POST", "/api/demo/session", { accountId: demoHead.accountId })).status).toBe(404);
  });

  it("refuses another machine, an account of a real territory, one that was ever of both and one with a password of its own", async () => {
    expect((await enter(demoHead.accountId, "10.0.0.7")).statusCode).toBe(404);
    expect((await server.inject({ url: "/api/demo", remoteAddress: "10.0.0.7" })).statusCode).toBe(404);
    expect((await enter(outsider.accountId)).statusCode).toBe(404);
    expect((await enter(both.accountId)).statusCode).toBe(404);
    expect((await enter(invited.accountId)).statusCode).toBe(404);
  });

  it("shows the people of the demonstration only, and signs one in", async () => {
    const { groups } = (await server.inject({ url: "/api/demo" })).json();
    const accounts = groups.flatMap((group: { people: { accountId: string }[] }) =>
      group.people.map((one) => one.accountId),
    );
    expect(accounts).toEqual([demoHead.accountId]);
    const answer = await enter(demoHead.accountId);
    expect([answer.statusCode, String(answer.headers["set-cookie"])]).toEqual([
      200,
      expect.stringMatching(/^orientir_session=/),
    ]);
  });

  it("tells whether real people have accounts beside it", async () => {
    const told = async () => (await server.inject({ url: "/api/demo" })).json().realPeople;
    const status = (to: string, person: Persona) =>
      world.rows("update account set status = $1 where id = $2", [to, person.accountId]);
    expect(await told()).toBe(true);
    await Promise.all([both, outsider, invited].map((one) => status("closed", one)));
    expect(await told()).toBe(false);
    // added by somebody to the demonstration's own region, and in possession of the link or of a password
    await status("invited", demoHead);
    expect(await told()).toBe(true);
    await status("active", demoHead);
    await world.rows("insert into credential (account_id, password_hash) values ($1, 'x')", [demoHead.accountId]);
    expect(await told()).toBe(true);
    await world.rows("delete from credential where account_id = $1", [demoHead.accountId]);
    await Promise.all([both, outsider, invited].map((one) => status("active", one)));
  });

  it("shows two of each role, however many there are, by as many questions to the database as for one", async () => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const questions = () =>
      (asked.mock.calls as unknown[][])
        .map(([query]) => String((query as { text?: string }).text ?? query))
        .filter((text) => /role_assignment|membership/.test(text)).length;
    await server.inject({ url: "/api/demo" });
    const few = questions();
    const school = await world.rows<{ id: Id; territory_id: Id }>(
      "select o.id, o.territory_id from organisation o join territory t on t.id = o.territory_id where t.is_demo",
    );
    const { id: organisationId, territory_id: territoryId } = school[0]!;
    for (let at = 0; at < 12; at += 1)
      await world.person([{ role: at < 6 ? "school_head" : "deputy", territoryId, organisationId }], `Людный${at}`);
    asked.mockClear();
    const { groups } = (await server.inject({ url: "/api/demo" })).json();
    expect(groups.map((group: { people: unknown[] }) => group.people.length)).toEqual([4]);
    expect(few).toBeGreaterThan(0);
    expect(questions()).toBe(few);
    asked.mockRestore();
  });
});
