import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { CLIENT, openProvider, PUBLIC, walkThrough, type Claims } from "../support/oidc-provider.ts";
import { openWorld, type Answer, type World } from "../support/world.ts";

const cookiesOf = (answer: Answer) =>
  [answer.headers["set-cookie"] ?? []]
    .flat()
    .map((one) => String(one).split(";")[0]!)
    .join("; ");

describe("sign-in through a provider of OpenID Connect", () => {
  let world: World;
  let provider: Awaited<ReturnType<typeof openProvider>>;
  let claims: Claims = { sub: "nobody" };
  beforeAll(async () => {
    provider = await openProvider(() => claims);
    world = await openWorld({
      installation: {
        publicUrl: PUBLIC,
        oidcIssuer: provider.issuer,
        oidcClientId: CLIENT.client_id,
        oidcClientSecret: CLIENT.client_secret,
        oidcName: "Портал",
      },
    });
  });
  afterAll(async () => {
    await world.close();
    await provider.close();
  });

  const person = async (login: string, status = "active") => {
    const { accountId } = await world.person([]);
    await world.rows("update account set login = $2, status = $3 where id = $1", [accountId, login, status]);
    return accountId;
  };
  const begin = async () => {
    const started = await world.public.call("POST", "/api/session/foreign/start", {});
    expect(started.status).toBe(200);
    return { url: started.body.url as string, cookie: cookiesOf(started) };
  };
  const finish = (answer: string, cookie: string) =>
    world.public.call("POST", "/api/session/foreign", { answer }, { cookie });
  const enter = async (as: Claims) => {
    claims = as;
    const { url, cookie } = await begin();
    return finish(await walkThrough(url), cookie);
  };
  const links = () => world.rows("select subject, account_id from foreign_identity order by linked_at");

  it("goes to the provider with PKCE, state and nonce, and says how it is called", async () => {
    expect((await world.public.call("GET", "/api/sign-in")).body).toEqual({ mail: false, foreign: "Портал" });
    const { url, cookie } = await begin();
    const asked = new URL(url).searchParams;
    expect([asked.get("code_challenge_method"), asked.get("redirect_uri")]).toEqual([
      "S256",
      `${PUBLIC}/sign-in/foreign`,
    ]);
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)!.length).toBeGreaterThan(30);
    expect(cookie).toMatch(/^orientir_foreign=/);
    expect(cookie).not.toContain(asked.get("state")!);
  });

  it("refuses whom nobody knows here, and makes no account", async () => {
    const before = await world.rows("select count(*) from account");
    for (const as of [
      { sub: "stranger-1", email: "stranger@example.test", email_verified: true },
      { sub: "stranger-2" },
    ]) {
      const answer = await enter(as);
      expect([answer.status, answer.body.code]).toEqual([403, "foreign-unknown"]);
      expect(answer.body.title).toContain("«Портал»");
    }
    expect(await world.rows("select count(*) from account")).toEqual(before);
  });

  it("refuses a mail address that the provider has not verified, and a closed account", async () => {
    await person("unverified@example.test");
    await person("gone@example.test", "closed");
    for (const as of [
      { sub: "u-1", email: "unverified@example.test", email_verified: false },
      { sub: "u-2", email: "unverified@example.test" },
      { sub: "u-3", email: "gone@example.test", email_verified: true },
    ])
      expect((await enter(as)).body.code).toBe("foreign-unknown");
    expect(await links()).toEqual([]);
  });

  it("links by a verified address once, and knows its person by the subject afterwards", async () => {
    const accountId = await person("vetrova@example.test");
    const first = await enter({ sub: "v-1", email: "Vetrova@Example.test", email_verified: true });
    expect([first.status, first.body]).toEqual([200, { ok: true, codeAsked: false }]);
    const session = await world.public.call("GET", "/api/session", undefined, { cookie: cookiesOf(first) });
    expect(session.body.account.id).toBe(accountId);
    expect(await links()).toEqual([{ subject: "v-1", account_id: accountId }]);
    expect((await enter({ sub: "v-1", email: "another@example.test", email_verified: true })).status).toBe(200);
    expect(await world.rows("select action from journal where action = 'foreign.link'")).toHaveLength(1);
  });

  it("does not open an account for who was given its address later", async () => {
    const answer = await enter({ sub: "v-2", email: "vetrova@example.test", email_verified: true });
    expect([answer.status, answer.body.code]).toEqual([403, "foreign-unknown"]);
    expect(await links()).toHaveLength(1);
  });

  it("opens an account that waits for its invitation", async () => {
    const accountId = await person("invited@example.test", "invited");
    expect((await enter({ sub: "i-1", email: "invited@example.test", email_verified: true })).status).toBe(200);
    expect(await world.rows("select status from account where id = $1", [accountId])).toEqual([{ status: "active" }]);
  });

  it("spends the invitation that lies in somebody's hands, for its person has come in without it", async () => {
    const accountId = await person("two-ways@example.test", "invited");
    const token = makeToken();
    await world.rows("select make_link($1, 'invitation', $2, now(), now() + interval '7 days')", [
      tokenHash(token),
      accountId,
    ]);
    expect((await world.public.call("GET", `/api/links/${token}`)).status).toBe(200);
    await enter({ sub: "t-1", email: "two-ways@example.test", email_verified: true });
    const answers = [
      await world.public.call("GET", `/api/links/${token}`),
      await world.public.call("POST", `/api/links/${token}`, { password: "чужой длинный пароль" }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [410, "link-spent"],
      [410, "link-spent"],
    ]);
    expect((await enter({ sub: "t-1" })).status).toBe(200);
  });

  it("asks for the second step where there is one", async () => {
    const accountId = await person("guarded@example.test");
    await world.rows("insert into second_factor values ($1, '\\x00', $2, now(), 0)", [
      accountId,
      world.program.installation.keys.id,
    ]);
    const answer = await enter({ sub: "g-1", email: "guarded@example.test", email_verified: true });
    expect(answer.body).toEqual({ ok: true, codeAsked: true });
    expect(cookiesOf(answer)).not.toMatch(/orientir_session=\w/);
  });

  it("is unlinked by its owner, who proves anew who they are, and linked anew by the next verified sign-in", async () => {
    const accountId = await person("moved@example.test");
    const as = (sub: string) => ({ sub, email: "moved@example.test", email_verified: true });
    const [elsewhere, here] = [cookiesOf(await enter(as("m-1"))), cookiesOf(await enter(as("m-1")))];
    const call = (method: "GET" | "DELETE", cookie: string, path = "/api/foreign") =>
      world.public.call(method, path, undefined, { cookie });
    expect((await call("GET", here)).body).toEqual({ name: "Портал", linkedAt: expect.stringMatching(/^20\d\d-/) });
    expect((await enter(as("m-2"))).body.code).toBe("foreign-unknown");
    const confirmed = (moment: string) =>
      world.rows(`update session set confirmed_at = now() ${moment} where account_id = $1`, [accountId]);
    await confirmed("- interval '11 minutes'");
    expect((await call("DELETE", here)).body.code).toBe("confirm-first");
    await confirmed("");
    const dropped = await call("DELETE", here);
    expect(dropped.status).toBe(200);
    const renewed = cookiesOf(dropped);
    for (const [cookie, status] of [
      [elsewhere, 401],
      [here, 401],
      [renewed, 200],
    ] as const)
      expect((await call("GET", cookie, "/api/session")).status).toBe(status);
    expect((await call("GET", renewed)).body.linkedAt).toBeNull();
    expect((await call("DELETE", renewed)).body.code).toBe("no-foreign-link");
    expect((await enter(as("m-2"))).status).toBe(200);
    expect(await world.rows("select subject from foreign_identity where account_id = $1", [accountId])).toEqual([
      { subject: "m-2" },
    ]);
  });

  it("takes an answer only in the browser that began, once, and as it was given", async () => {
    claims = { sub: "v-1" };
    const [one, two] = [await begin(), await begin()];
    const answer = await walkThrough(one.url);
    const codes = async (given: string, cookie: string) => (await finish(given, cookie)).body.code;
    expect(await codes(answer, "")).toBe("foreign-stale");
    expect(await codes(answer, "orientir_foreign=forged")).toBe("foreign-stale");
    expect(await codes(answer, two.cookie)).toBe("foreign-refused");
    expect(await codes("error=access_denied&state=x", one.cookie)).toBe("foreign-refused");
    expect(await codes(answer.replace(/code=[^&]+/, "code=forged"), one.cookie)).toBe("foreign-refused");
    const own = await begin();
    const good = await walkThrough(own.url);
    expect((await finish(good, own.cookie)).status).toBe(200);
    expect(await codes(good, own.cookie)).toBe("foreign-refused");
  });
});

describe("a provider that is away", () => {
  it("is told in a sentence, and keeps nothing else closed", async () => {
    const gone = await openProvider(() => ({ sub: "x" }));
    await gone.close();
    const world = await openWorld({
      installation: {
        publicUrl: PUBLIC,
        oidcIssuer: gone.issuer,
        oidcClientId: "orientir",
        oidcClientSecret: "x",
        oidcName: "Портал",
      },
    });
    const answer = await world.public.call("POST", "/api/session/foreign/start", {});
    expect([answer.status, answer.body.code]).toEqual([502, "foreign-away"]);
    expect(answer.body.title).toContain("«Портал» не отвечает");
    expect((await world.public.call("GET", "/api/sign-in")).status).toBe(200);
    await world.close();
  });
});
