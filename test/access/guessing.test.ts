import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assemble } from "#main/program.ts";
import { keepPurging } from "#main/purge.ts";
import { hashPassword } from "#platform/auth/secrets.ts";
import { makeId } from "#shared/ids.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { withDatabase } from "../support/server-setup.ts";
import { openWorld, type Answer, type World } from "../support/world.ts";

const PASSWORD = "правильный пароль";

describe("guessing at passwords", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => world.rows("delete from guess"));

  const given = async () => {
    const { accountId } = await world.person([]);
    await world.rows("select set_credential($1, $2, now())", [accountId, await hashPassword(PASSWORD)]);
    const [{ login }] = (await world.rows("select login from account where id = $1", [accountId])) as [any];
    return { accountId, login: login as string };
  };
  const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
    world.public.call("POST", "/api/session", { login, password }, headers);
  const guess = async (login: string, times: number) => {
    for (let time = 0; time < times; time += 1)
      expect((await signIn(login, `неверно ${time}`)).body.code).toBe("wrong-sign-in");
  };
  const deviceOf = (answer: Answer) =>
    `orientir_device=${/orientir_device=([^;]+)/.exec(String(answer.headers["set-cookie"]))![1]}`;

  it("is counted by all copies of the program together, and a restart forgets nothing", async () => {
    const { login } = await given();
    const { rows } = await world.program.database.pool.query("select current_database() as name");
    const folder = await mkdtemp(join(tmpdir(), "orientir-copy-"));
    const openCopy = () =>
      assemble({
        databaseUrl: withDatabase(inject("templateUrl"), rows[0].name),
        databaseDirectUrl: withDatabase(inject("directTemplateUrl"), rows[0].name),
        dataFolder: folder,
        migrationsFolder: "migrations",
        webFolder: undefined,
        now: undefined,
        log: () => {},
      });
    const at = async (copy: Awaited<ReturnType<typeof openCopy>>, password: string) => {
      const payload = { login, password };
      const reply = await copy.server.inject({
        method: "POST",
        url: "/api/session",
        headers: { "x-orientir": "1" },
        payload,
      });
      return reply.json() as { code?: string };
    };
    await guess(login, 4);
    const copy = await openCopy();
    for (let time = 0; time < 4; time += 1) expect((await at(copy, "неверно")).code).toBe("wrong-sign-in");
    expect((await at(copy, PASSWORD)).code).toBe("too-many");
    await copy.stop();
    expect((await signIn(login, PASSWORD)).body.code).toBe("too-many");
    const again = await openCopy();
    expect((await at(again, PASSWORD)).code).toBe("too-many");
    await again.stop();
    await rm(folder, { recursive: true });
  });

  it("is counted guess by guess when guesses come at once", async () => {
    const { login } = await given();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => signIn(login, `неверно ${at}`)));
    const codes = answers.map(({ body }) => body.code);
    expect(codes.filter((code) => code === "wrong-sign-in")).toHaveLength(8);
    expect(codes.filter((code) => code === "too-many")).toHaveLength(12);
  });

  it("by somebody of the same line does not shut the owner out of their own browser", async () => {
    const [owner, other] = [await given(), await given()];
    const own = deviceOf(await signIn(owner.login, PASSWORD));
    const foreign = deviceOf(await signIn(other.login, PASSWORD));
    await guess(owner.login, 8);
    expect((await signIn(owner.login, PASSWORD)).body.code).toBe("too-many");
    expect((await signIn(owner.login, PASSWORD, { cookie: foreign })).body.code).toBe("too-many");
    expect((await signIn(owner.login, PASSWORD, { cookie: "orientir_device=x.y" })).body.code).toBe("too-many");
    expect((await signIn(owner.login, PASSWORD, { cookie: own })).status).toBe(200);
    for (let time = 0; time < 8; time += 1) await signIn(owner.login, "неверно", { cookie: own });
    expect((await signIn(owner.login, PASSWORD, { cookie: own })).body.code).toBe("too-many");
  });

  it("is forgotten after a right one and after a quarter of an hour, and nobody's login is kept", async () => {
    const { login } = await given();
    await guess(login, 7);
    expect((await signIn(login, PASSWORD)).status).toBe(200);
    await guess(login, 8);
    expect((await signIn(login, PASSWORD)).body.code).toBe("too-many");
    const kept = await world.rows("select encode(key, 'escape') as key, length(key) from guess");
    expect(JSON.stringify(kept)).not.toMatch(/example|127/);
    expect(kept.every((row) => row["length"] === 32)).toBe(true);
    await world.rows("update guess set until = now()");
    expect((await signIn(login, PASSWORD)).status).toBe(200);
    await guess(login, 1);
    await world.rows("update guess set until = now() - interval '1 second'");
    await world.rows("insert into letter (id, sealed, queued_at, until) values ($1, '\\x00', now(), now())", [
      makeId(),
    ]);
    const timer = keepPurging(world.program.database, () => {});
    await expect.poll(() => world.rows("select from guess")).toEqual([]);
    await expect
      .poll(() => world.rows("select sealed, why from letter"))
      .toEqual([{ sealed: null, why: "out-of-date" }]);
    clearInterval(timer);
  });

  it("leaves a note of one that came in, and of how", async () => {
    const { accountId, login } = await given();
    await signIn(login, PASSWORD);
    const notes = await world.rows("select detail from journal where action = 'session.open' and subject_id = $1", [
      accountId,
    ]);
    expect(notes).toEqual([{ detail: { by: ["password"] } }]);
  });

  it("leaves a note of a refused sign-in, without what was typed", async () => {
    const { accountId, login } = await given();
    await signIn(login, "секрет который набрали");
    const [note] = await world.rows("select * from journal where action = 'session.refuse' and subject_id = $1", [
      accountId,
    ]);
    expect(note).toBeDefined();
    expect(JSON.stringify(note)).not.toMatch(/секрет|example/);
  });
});
