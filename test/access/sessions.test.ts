import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "#main/routes.ts";
import { actorFinder } from "#features/people/server/actors.ts";
import { hashPassword } from "#platform/auth/secrets.ts";
import { makeServer } from "#platform/http/server.ts";
import { openWorld, type World } from "../support/world.ts";

const PASSWORD = "пять добрых слов";

describe("a session", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const given = async () => {
    const { accountId } = await world.person([]);
    await world.rows("delete from session where account_id = $1", [accountId]);
    await world.rows("select set_credential($1, $2, now())", [accountId, await hashPassword(PASSWORD)]);
    const [{ login }] = (await world.rows("select login from account where id = $1", [accountId])) as [any];
    return { accountId, login: login as string };
  };
  const enter = async (login: string, cookie = "", password = PASSWORD) => {
    const answer = await world.public.call("POST", "/api/session", { login, password }, { cookie });
    expect(answer.status).toBe(200);
    return /orientir_session=[\w-]+/.exec(String(answer.headers["set-cookie"]))![0];
  };
  const as = (cookie: string, method: "GET" | "POST" | "DELETE", path: string, body?: unknown) =>
    world.public.call(method, path, body, { cookie });
  const lives = async (cookie: string) => (await as(cookie, "GET", "/api/session")).status === 200;

  it("ends after an hour without a request and after twelve hours in any case", async () => {
    const { accountId, login } = await given();
    const cookie = await enter(login);
    const move = (column: string, moment: string) =>
      world.rows(`update session set ${column} = now() ${moment} where account_id = $1`, [accountId]);
    await move("last_seen_at", "- interval '59 minutes'");
    expect(await lives(cookie)).toBe(true);
    const [{ seen }] = (await world.rows(
      "select last_seen_at > now() - interval '1 minute' as seen from session where account_id = $1",
      [accountId],
    )) as [any];
    expect(seen).toBe(true);
    await move("last_seen_at", "- interval '61 minutes'");
    expect([await lives(cookie), (await as(await enter(login), "GET", "/api/sessions")).body.length]).toEqual([
      false,
      1,
    ]);
    const [{ hours }] = (await world.rows(
      "select extract(epoch from max(expires_at) - max(created_at)) / 3600 as hours from session where account_id = $1",
      [accountId],
    )) as [any];
    expect(Number(hours)).toBe(12);
    const other = await enter(login);
    await move("expires_at", "- interval '1 second'");
    expect(await lives(other)).toBe(false);
  });

  it("has another secret after each sign-in, and the one that the browser held is over", async () => {
    const { login } = await given();
    const first = await enter(login);
    const second = await enter(login, first);
    expect(second).not.toBe(first);
    expect([await lives(first), await lives(second)]).toEqual([false, true]);
  });

  it("has another secret after a change of password, and the others are over", async () => {
    const { login } = await given();
    const [elsewhere, here] = [await enter(login), await enter(login)];
    const changed = await as(here, "POST", "/api/password", { current: PASSWORD, next: "восемь совсем других слов" });
    expect(changed.status).toBe(200);
    const renewed = /orientir_session=[\w-]+/.exec(String(changed.headers["set-cookie"]))![0];
    expect([await lives(elsewhere), await lives(here), await lives(renewed)]).toEqual([false, false, true]);
  });

  it("refuses a password that is easily guessed, as the own login is, or known from breaches", async () => {
    const { login } = await given();
    const cookie = await enter(login);
    for (const [next, why] of [
      ["qwerty123456", "легко угадать"],
      ["пароль12345", "легко угадать"],
      [`${login}1`, "легко угадать"],
      ["Manchester", "ходят по интернету"],
    ]) {
      const answer = await as(cookie, "POST", "/api/password", { current: PASSWORD, next });
      expect([answer.status, answer.body.code, answer.body.fields.next]).toEqual([
        422,
        "weak-password",
        expect.stringContaining(why!),
      ]);
    }
    expect(await lives(cookie)).toBe(true);
  });

  it("is listed with its network, and the others are ended at once", async () => {
    const { login } = await given();
    const [one, two, here] = [await enter(login), await enter(login), await enter(login)];
    const list = await as(here, "GET", "/api/sessions");
    expect(list.body.map((row: { place: string; current: boolean }) => [row.place, row.current])).toEqual(
      expect.arrayContaining([
        ["computer", true],
        ["computer", false],
      ]),
    );
    expect(list.body).toHaveLength(3);
    await world.rows("update session set confirmed_at = now() - interval '11 minutes'");
    for (const path of ["/api/sessions", `/api/sessions/${list.body[1].id}`])
      expect((await as(here, "DELETE", path)).body.code).toBe("confirm-first");
    await world.rows("update session set confirmed_at = now()");
    expect((await as(here, "DELETE", "/api/sessions")).status).toBe(200);
    expect([await lives(one), await lives(two), await lives(here)]).toEqual([false, false, true]);
  });

  it("behind TLS is held by a cookie of this host alone, and a plain one is not listened to", async () => {
    const { login } = await given();
    const { database, jobs, files, clock, installation } = world.program;
    const server = await makeServer({
      routes: ROUTES,
      database,
      jobs,
      files,
      clock,
      installation,
      findActor: actorFinder(clock),
      webFolder: undefined,
      proxy: "127.0.0.1",
      log: () => {},
    });
    const headers = { "x-orientir": "1", "x-forwarded-proto": "https", "x-forwarded-for": "85.12.34.56" };
    const payload = { login, password: PASSWORD };
    const entered = await server.inject({ method: "POST", url: "/api/session", headers, payload });
    const set = [entered.headers["set-cookie"] ?? []].flat();
    const session = set.find((one) => one.startsWith("__Host-orientir_session="))!;
    expect(session).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
    for (const one of set) expect(one).toMatch(/^__Host-.*; Path=\/; HttpOnly; SameSite=Lax; .*Secure$/);
    const value = session.split(";")[0]!.split("=")[1]!;
    const ask = async (cookie: string) =>
      (await server.inject({ url: "/api/session", headers: { ...headers, cookie } })).statusCode;
    expect(await ask(`__Host-orientir_session=${value}`)).toBe(200);
    expect(await ask(`orientir_session=${value}`)).toBe(401);
    const [{ place }] = (await world.rows("select place from session order by created_at desc limit 1")) as [any];
    expect(place).toBe("85.12.34.*");
    await server.close();
  });
});
