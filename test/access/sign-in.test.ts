import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeGuess } from "#platform/auth/guesses.ts";
import { NO_REACH } from "#platform/db/database.ts";
import { hashPassword, makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type World } from "../support/world.ts";

describe("sign-in before any territory is known", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("refuses a stranger, a wrong password and a closed account with one sentence", async () => {
    const person = await world.person([]);
    const [{ login }] = (await world.rows<{ login: string }>("select login from account where id = $1", [
      person.accountId,
    ])) as [{ login: string }];
    await world.rows("select set_credential($1, $2, now())", [
      person.accountId,
      await hashPassword("правильный пароль"),
    ]);
    for (const attempt of [
      { login: "nobody@example.test", password: "что угодно" },
      { login, password: "неверный пароль" },
      { login: "no\u0000body", password: "no\u0000thing" },
    ]) {
      const answer = await world.public.call("POST", "/api/session", attempt);
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe("wrong-sign-in");
    }
    await world.rows("update account set status = 'closed' where id = $1", [person.accountId]);
    expect((await world.public.call("POST", "/api/session", { login, password: "правильный пароль" })).body.code).toBe(
      "wrong-sign-in",
    );
    await world.rows("update account set status = 'active' where id = $1", [person.accountId]);
    const answer = await world.public.call("POST", "/api/session", {
      login: login.toUpperCase(),
      password: "правильный пароль",
    });
    expect(answer.status).toBe(200);
    expect(String(answer.headers["set-cookie"])).toMatch(
      /orientir_session=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Lax/,
    );
  });

  it("refuses a write without the header that a foreign page cannot set", async () => {
    const reply = await world.program.server.inject({
      method: "POST",
      url: "/api/session",
      payload: { login: "a@b.c", password: "x" },
    });
    expect(reply.statusCode).toBe(403);
  });

  it("slows whoever guesses, and lets the right password in past a neighbour's wrong ones", async () => {
    const person = await world.person([]);
    const [{ login }] = (await world.rows<{ login: string }>("select login from account where id = $1", [
      person.accountId,
    ])) as [{ login: string }];
    await world.rows("select set_credential($1, $2, now())", [
      person.accountId,
      await hashPassword("правильный пароль"),
    ]);
    for (let guess = 0; guess < 8; guess += 1)
      await world.public.call("POST", "/api/session", { login: "guessed@example.test", password: String(guess) });
    expect(
      (await world.public.call("POST", "/api/session", { login: "guessed@example.test", password: "ещё раз" })).body
        .code,
    ).toBe("too-many");
    const limit = { key: "address 127.0.0.1", most: 60, seconds: 900 };
    for (let guess = 0; guess < 60; guess += 1)
      await world.program.database.within(NO_REACH, (tx) => takeGuess(tx, [limit], new Date()));
    expect(
      (await world.public.call("POST", "/api/session", { login: "other@example.test", password: "x" })).body.code,
    ).toBe("too-many");
    expect((await world.public.call("POST", "/api/session", { login, password: "правильный пароль" })).status).toBe(
      200,
    );
  });

  it("marks the cookie for TLS only when the trusted proxy says so", async () => {
    const person = await world.person([]);
    const [{ login }] = (await world.rows<{ login: string }>("select login from account where id = $1", [
      person.accountId,
    ])) as [{ login: string }];
    await world.rows("select set_credential($1, $2, now())", [
      person.accountId,
      await hashPassword("правильный пароль"),
    ]);
    const answer = await world.public.call(
      "POST",
      "/api/session",
      { login, password: "правильный пароль" },
      { "x-forwarded-proto": "https" },
    );
    expect([answer.status, String(answer.headers["set-cookie"]).includes("Secure")]).toEqual([200, false]);
  });

  it("offers nothing that is not set: neither letters nor a foreign sign-in", async () => {
    expect((await world.public.call("GET", "/api/sign-in")).body).toEqual({ mail: false, foreign: null });
    const asked = await world.public.call("POST", "/api/recovery", { login: "vetrova@example.test" });
    expect([asked.status, asked.body.code]).toEqual([409, "mail-off"]);
    expect(await world.rows("select from pgboss.job where name = 'recovery-letter'")).toEqual([]);
    for (const [path, body] of [
      ["/api/session/foreign/start", {}],
      ["/api/session/foreign", { answer: "code=x" }],
    ] as const)
      expect((await world.public.call("POST", path, body)).body.code).toBe("foreign-off");
  });

  it("shows the public nothing", async () => {
    expect((await world.public.call("GET", "/api/session")).status).toBe(401);
  });

  it("gives a person of two municipalities both places, and none after the role has ended", async () => {
    const region = await world.territory({ kind: "region" });
    const [one, two] = [
      await world.territory({ kind: "municipality", parentId: region }),
      await world.territory({ kind: "municipality", parentId: region }),
    ];
    const both = await world.person([
      { role: "officer", territoryId: one },
      { role: "methodologist", territoryId: two },
      { role: "authority_head", territoryId: two, to: "2016-01-01" },
    ]);
    const answer = await both.call("GET", "/api/session");
    expect(
      answer.body.places.map((place: { role: string; territoryId: string }) => [place.role, place.territoryId]),
    ).toEqual([
      ["officer", one],
      ["methodologist", two],
    ]);
  });

  it("uses a link once", async () => {
    const person = await world.person([]);
    const token = makeToken();
    await world.rows("select make_link($1, 'invitation', $2, now(), now() + interval '1 day')", [
      tokenHash(token),
      person.accountId,
    ]);
    expect(
      (await world.public.call("POST", `/api/links/${token}`, { password: "коротко" })).body.fields.password,
    ).toMatch(/не короче 10/);
    expect((await world.public.call("GET", `/api/links/${token}`)).status).toBe(200);
    expect((await world.public.call("POST", `/api/links/${token}`, { password: "четыре простых слова" })).status).toBe(
      200,
    );
    const again = await world.public.call("POST", `/api/links/${token}`, { password: "четыре других слова" });
    expect([again.status, again.body.code]).toEqual([410, "link-spent"]);
  });

  it("lets a token read what its person reads and write nothing", async () => {
    const region = await world.territory({ kind: "region" });
    const person = await world.person([{ role: "region_specialist", territoryId: region }]);
    const token = makeToken();
    await world.rows(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, 'выгрузка', now(), now() + interval '1 day')",
      [tokenHash(token), makeId(), person.accountId],
    );
    const headers = { authorization: `Bearer ${token}` };
    expect((await world.public.call("GET", "/api/session", undefined, headers)).body.places).toHaveLength(1);
    expect((await world.public.call("POST", "/api/password", { current: "a", next: "b" }, headers)).status).toBe(403);
  });
});
