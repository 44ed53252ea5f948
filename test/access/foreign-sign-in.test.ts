import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:http";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type Answer, type World } from "../support/world.ts";

const PUBLIC = "https://orientir.example.test";
const CLIENT = { client_id: "orientir", client_secret: "a-secret-of-this-test-alone-0123456789" };

/** Who has signed in at the provider, by the name of the login page. */
interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A real provider of OpenID Connect on this machine; whoever comes is at once `who()`. */
async function openProvider(who: () => Claims) {
  const server: Server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [`${PUBLIC}/sign-in/foreign`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    conformIdTokenClaims: true,
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...who(), sub }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ["of this test"] },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        accountId: context.oidc.session!.accountId!,
        clientId: context.oidc.client!.clientId,
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  provider.proxy = true;
  server.on("request", (request, response) => {
    if (!request.url!.startsWith("/interaction/")) return void provider.callback()(request, response);
    return void provider.interactionFinished(request, response, { login: { accountId: who().sub } });
  });
  return { issuer, close: () => new Promise((done) => server.close(done)) };
}

/** A browser at the provider: follows its pages with its cookies until it is sent back; returns the query of that address. */
async function walkThrough(url: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let at = url; ;) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const one of reply.headers.getSetCookie()) {
      const [name, value] = one.split(";")[0]!.split("=") as [string, string];
      jar.set(name, value);
    }
    const next = reply.headers.get("location");
    if (!next) throw new Error(`the provider stays at ${at}: ${reply.status}`);
    if (next.startsWith(PUBLIC)) return new URL(next).search.slice(1);
    at = new URL(next, at).href;
  }
}

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
