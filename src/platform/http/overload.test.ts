import { request } from "node:http";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type Persona, type World } from "../../../test/support/world.ts";
import { guardLoad } from "./load-guard.ts";
import { outageProblem } from "./outage-problem.ts";

describe("a program that cannot serve now", () => {
  let world: World;
  let officer: Persona;
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    const territoryId = await world.territory({ kind: "municipality", parentId: region });
    officer = await world.person([{ role: "officer", territoryId }]);
  });
  afterAll(() => world.close());

  it("is alive and ready, each thing by name", async () => {
    expect((await world.public.call("GET", "/api/health")).body).toEqual({ ok: true });
    const ready = await world.public.call("GET", "/api/ready");
    expect([ready.status, ready.body]).toEqual([
      200,
      { ok: true, checks: { database: true, migrations: true, files: true, disk: true, jobs: true } },
    ]);
  });

  it("answers 503 with when to come again and a Russian sentence where a lock is held too long", async () => {
    const holder = await world.program.database.pool.connect();
    try {
      await holder.query("begin; lock table notice in access exclusive mode");
      const answer = await officer.call("GET", "/api/notices");
      expect([answer.status, answer.body.code, answer.headers["retry-after"]]).toEqual([503, "overloaded", "3"]);
      expect(answer.body.title).toMatch(/\p{Script=Cyrillic}/u);
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    expect((await officer.call("GET", "/api/notices")).status).toBe(200);
  });

  it.each([
    ["57P03", "unavailable"],
    ["ECONNREFUSED", "unavailable"],
    ["08006", "unavailable"],
    ["53300", "overloaded"],
    ["57014", "overloaded"],
    ["53100", "no-room"],
    ["ENOSPC", "no-room"],
    ["23505", undefined],
    [undefined, undefined],
  ])("takes the fault %s for %s", (code, problem) => {
    expect(outageProblem(Object.assign(new Error("x"), { code }))?.code).toBe(problem);
  });

  it("refuses what is beyond its strength and lets questions about its health through", async () => {
    const server = Fastify();
    const held: (() => void)[] = [];
    guardLoad(server, 2);
    server.get("/slow", () => new Promise((done) => held.push(() => done("ok"))));
    server.get("/api/health", () => "alive");
    const address = await server.listen({ port: 0, host: "127.0.0.1" });
    const slow = [1, 2].map(() => fetch(`${address}/slow`));
    await expect.poll(() => held.length).toBe(2);
    expect((await fetch(`${address}/slow`)).status).toBe(503);
    expect((await fetch(`${address}/api/health`)).status).toBe(200);
    // whoever goes away without the answer makes room too
    const gone = request(`${address}/slow`);
    gone.on("error", () => undefined);
    gone.end();
    gone.destroy();
    for (const done of held) done();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
    await server.close();
  });
});
