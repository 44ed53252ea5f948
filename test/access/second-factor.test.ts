import { Secret } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword, makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { atSignIn, codeOf, cookiesOf, PASSWORD, wrongFor } from "../support/sign-in-steps.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("the second step of sign-in", () => {
  let world: World;
  let given: ReturnType<typeof atSignIn>["given"], call: ReturnType<typeof atSignIn>["call"];
  let setUp: ReturnType<typeof atSignIn>["setUp"], firstStep: ReturnType<typeof atSignIn>["firstStep"];
  let whoAmI: ReturnType<typeof atSignIn>["whoAmI"];
  beforeAll(async () => {
    world = await openWorld();
    ({ given, call, setUp, firstStep, whoAmI } = atSignIn(world));
  });
  afterAll(() => world.close());

  it("is in force only after the first code, and ends the other sessions", async () => {
    const { person, login } = await given();
    const { cookies } = await firstStep(login);
    const { body: offer } = await call(cookies, "/api/factor/offer");
    expect(new URL(offer.uri).searchParams.get("secret")).toBe(offer.secret);
    const wrong = await call(cookies, "/api/factor", { code: wrongFor(offer.secret) });
    expect([wrong.status, wrong.body.code]).toEqual([422, "wrong-code"]);
    expect((await firstStep(login)).answer.body.codeAsked).toBe(false);
    const set = await call(cookies, "/api/factor", { code: codeOf(offer.secret) });
    expect([set.status, set.body.codes.length]).toEqual([200, 10]);
    expect(await whoAmI(cookies)).toBe(401);
    expect(await whoAmI({ ...cookies, ...cookiesOf(set) })).toBe(200);
    expect((await person.call("GET", "/api/session")).status).toBe(401);
    expect((await firstStep(login)).answer.body).toEqual({ ok: true, codeAsked: true });
  });

  it("keeps the secret sealed and the codes hashed, and shows neither again", async () => {
    const { person, login } = await given();
    const { secret, codes, cookies } = await setUp(login);
    const [row] = await world.rows("select sealed, key_id from second_factor where account_id = $1", [
      person.accountId,
    ]);
    const stored = Buffer.from(row!["sealed"]);
    expect(stored.includes(Buffer.from(secret))).toBe(false);
    expect(stored.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
    const hashes = await world.rows("select hash from recovery_code where account_id = $1", [person.accountId]);
    expect(
      hashes.every(({ hash }) => hash.startsWith("$argon2id$") && !codes.some((code) => hash.includes(code))),
    ).toBe(true);
    const state = await call(cookies, "/api/factor", undefined, "GET");
    expect(Object.keys(state.body).sort()).toEqual(["codesLeft", "madeAt", "required"]);
    const journal = JSON.stringify(await world.rows("select * from journal"));
    expect([secret, ...codes].some((one) => journal.includes(one))).toBe(false);
  });

  it("opens nothing by the first step alone", async () => {
    const { login } = await given();
    await setUp(login);
    const { cookies } = await firstStep(login);
    expect(Object.keys(cookies)).toEqual(["orientir_step"]);
    const step = cookies["orientir_step"]!;
    expect(await whoAmI(cookies)).toBe(401);
    expect(await whoAmI({ orientir_session: step })).toBe(401);
    expect((await call({ orientir_session: step }, "/api/factor/offer")).status).toBe(401);
    expect((await call({ orientir_session: step }, "/api/people", undefined, "GET")).status).toBe(401);
  });

  it("takes a code once, whichever sign-in it is given to", async () => {
    const { login } = await given();
    const { secret } = await setUp(login);
    const code = codeOf(secret);
    const [one, two] = [await firstStep(login), await firstStep(login)];
    const entered = await call(one.cookies, "/api/session/code", { code });
    expect([entered.status, entered.body.codeAsked]).toEqual([200, false]);
    expect(await whoAmI(cookiesOf(entered))).toBe(200);
    const again = await call(two.cookies, "/api/session/code", { code });
    expect([again.status, again.body.code]).toEqual([422, "code-used"]);
    const spent = await call(one.cookies, "/api/session/code", { code });
    expect([spent.status, spent.body.code]).toEqual([410, "step-spent"]);
  });

  it("takes one of two that come at once", async () => {
    const { login } = await given();
    const { secret } = await setUp(login);
    const steps = [await firstStep(login), await firstStep(login)];
    const code = codeOf(secret);
    const answers = await Promise.all(steps.map(({ cookies }) => call(cookies, "/api/session/code", { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it("opens one session for one half-open sign-in, whatever comes for it at once", async () => {
    const { login } = await given();
    const { codes } = await setUp(login);
    const { cookies } = await firstStep(login);
    const answers = await Promise.all(codes.slice(0, 3).map((code) => call(cookies, "/api/session/code", { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it("takes the step before and after, and no other", async () => {
    const { login } = await given();
    const { secret } = await setUp(login);
    const giveAt = async (laterMs: number): Promise<number> => {
      await world.rows("update second_factor set last_step = 0");
      await world.rows("delete from guess");
      const { cookies } = await firstStep(login);
      const step = () => Math.floor(Date.now() / 30_000);
      const before = step();
      const { status } = await call(cookies, "/api/session/code", { code: codeOf(secret, Date.now() + laterMs) });
      // the next step began meanwhile: the code stands one step further than was meant
      return step() === before ? status : giveAt(laterMs);
    };
    expect(await giveAt(-30_000)).toBe(200);
    expect(await giveAt(30_000)).toBe(200);
    expect(await giveAt(-90_000)).toBe(422);
    expect(await giveAt(90_000)).toBe(422);
  });

  it("takes a recovery code once", async () => {
    const { login } = await given();
    const { codes, cookies } = await setUp(login);
    const [one, two] = [await firstStep(login), await firstStep(login)];
    expect((await call(one.cookies, "/api/session/code", { code: codes[3]!.replace(/(.{4})/g, "$1 ") })).status).toBe(
      200,
    );
    const again = await call(two.cookies, "/api/session/code", { code: codes[3] });
    expect([again.status, again.body.code]).toEqual([422, "wrong-code"]);
    expect((await call(cookies, "/api/factor", undefined, "GET")).body.codesLeft).toBe(9);
    const renewed = await call(cookies, "/api/factor/codes");
    expect(renewed.body.codes).toHaveLength(10);
    expect((await call(two.cookies, "/api/session/code", { code: codes[4] })).status).toBe(422);
    expect((await call(two.cookies, "/api/session/code", { code: renewed.body.codes[4] })).status).toBe(200);
    await world.rows("update guess set times = 10");
    expect((await call(cookies, "/api/factor/codes")).body.code).toBe("too-many");
  });

  it("stops guessing, and not the person in their own browser", async () => {
    const { login } = await given();
    const { secret, cookies } = await setUp(login);
    const guesser = await firstStep(login);
    for (let guess = 0; guess < 5; guess += 1)
      expect((await call(guesser.cookies, "/api/session/code", { code: wrongFor(secret) })).status).toBe(422);
    const stopped = await call(guesser.cookies, "/api/session/code", { code: codeOf(secret) });
    expect([stopped.status, stopped.body.code]).toEqual([429, "too-many"]);
    const own = await firstStep(login, { orientir_device: cookies["orientir_device"]! });
    expect((await call(own.cookies, "/api/session/code", { code: codeOf(secret) })).status).toBe(200);
  });

  it("is short-lived", async () => {
    const { login } = await given();
    const { secret } = await setUp(login);
    const { cookies } = await firstStep(login);
    await world.rows("update sign_in_step set expires_at = now()");
    const late = await call(cookies, "/api/session/code", { code: codeOf(secret) });
    expect([late.status, late.body.code]).toEqual([410, "step-spent"]);
  });

  it("is not gone round by a link for a new password", async () => {
    const { person, login } = await given();
    await setUp(login);
    const token = makeToken();
    await world.rows("select make_link($1, 'recovery', $2, now(), now() + interval '1 hour')", [
      tokenHash(token),
      person.accountId,
    ]);
    const used = await world.public.call("POST", `/api/links/${token}`, { password: "шесть новых добрых слов" });
    expect([used.status, used.body.codeAsked]).toEqual([200, true]);
    expect(Object.keys(cookiesOf(used))).toEqual(["orientir_step"]);
  });

  it("asks for the password again before it is changed, when the sign-in is not fresh", async () => {
    const { login } = await given();
    const { cookies } = await setUp(login);
    await world.rows("update session set confirmed_at = now() - interval '11 minutes'");
    for (const [method, path, body] of [
      ["POST", "/api/factor/offer", undefined],
      ["POST", "/api/factor/codes", undefined],
      ["DELETE", "/api/factor", undefined],
    ] as const) {
      const refused = await world.public.call(method, path, body, {
        cookie: `orientir_session=${cookies["orientir_session"]}`,
      });
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, "confirm-first"]);
    }
    const wrong = await call(cookies, "/api/session/confirmation", { password: "не тот пароль" });
    expect([wrong.status, wrong.body.fields.password]).toEqual([422, "Пароль не подходит."]);
    const confirmed = await call(cookies, "/api/session/confirmation", { password: PASSWORD });
    expect(confirmed.status).toBe(200);
    expect(await whoAmI(cookies)).toBe(401);
    const renewed = { ...cookies, ...cookiesOf(confirmed) };
    const removed = await world.public.call("DELETE", "/api/factor", undefined, {
      cookie: `orientir_session=${renewed["orientir_session"]}`,
    });
    expect(removed.status).toBe(200);
    expect((await firstStep(login)).answer.body.codeAsked).toBe(false);
  });

  it("does not open under another key, and says so", async () => {
    const { person, login } = await given();
    const { secret } = await setUp(login);
    await world.rows("update second_factor set sealed = sealed || '\\x00' where account_id = $1", [person.accountId]);
    const { cookies } = await firstStep(login);
    const answer = await call(cookies, "/api/session/code", { code: codeOf(secret) });
    expect([answer.status, answer.body.code]).toEqual([409, "factor-unreadable"]);
  });

  it("is taken off by who governs the account, and by nobody else", async () => {
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region });
    const officer = await world.person([{ role: "administrator", territoryId: town }]);
    const school = await world.organisation(town, "school");
    const reader = await world.person([{ role: "reader", territoryId: town }]);
    const deputy = await world.person([{ role: "deputy", territoryId: town, organisationId: school }]);
    const person = await world.person([{ role: "teacher", territoryId: town, organisationId: school }]);
    await world.rows("select set_credential($1, $2, now())", [person.accountId, await hashPassword(PASSWORD)]);
    const [{ login }] = (await world.rows("select login from account where id = $1", [person.accountId])) as [any];
    const { cookies } = await setUp(login);
    const path = `/api/people/${person.personId}`;
    const reset = (by: Persona) => by.call("POST", `${path}/factor/reset`, { territoryId: town });
    expect([(await reset(reader)).status, (await reset(deputy)).status]).toEqual([404, 403]);
    expect((await officer.call("GET", `${path}?territoryId=${town}`)).body.account.secondFactor).toBe(true);
    expect((await reset(officer)).status).toBe(200);
    expect((await officer.call("GET", `${path}?territoryId=${town}`)).body.account.secondFactor).toBe(false);
    expect(await whoAmI(cookies)).toBe(401);
    expect((await firstStep(login)).answer.body.codeAsked).toBe(false);
    expect(
      await world.rows("select from journal where action = 'factor.reset' and subject_id = $1", [person.personId]),
    ).toHaveLength(1);
    expect((await reset(officer)).body.code).toBe("no-factor");
    await firstStep(login);
    expect((await officer.call("POST", `${path}/account/leaving`, { territoryId: town })).status).toBe(200);
    expect(await world.rows("select from session where account_id = $1", [person.accountId])).toHaveLength(0);
  });
});
