import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeForeignSignIn } from "./foreign.ts";

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token of a provider, signed with the key given; without one, «signed» with nothing. */
function tokenOf(claims: object, key: KeyObject | undefined, head: object = {}): string {
  const text = `${encoded({ alg: key ? "RS256" : "none", kid: "one", ...head })}.${encoded(claims)}`;
  return `${text}.${key ? createSign("sha256").update(text).sign(key, "base64url") : ""}`;
}

/** The least that a provider is, so that its token can be spoilt. */
describe("the token of a provider", () => {
  const [own, foreign] = [
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
  ];
  let server: Server;
  let issuer = "";
  let token: () => string = () => "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      const answers: Record<string, () => object> = {
        "/.well-known/openid-configuration": () => ({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ["RS256"],
        }),
        "/keys": () => ({
          keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }],
        }),
        "/token": () => ({ access_token: "a", token_type: "Bearer", id_token: token() }),
      };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answers[request.url!]?.() ?? {}));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const enter = async (
    change: object,
    key: KeyObject | undefined,
    { state, head }: { state?: string; head?: object } = {},
  ) => {
    const provider = makeForeignSignIn({
      issuer,
      clientId: "us",
      clientSecret: "s",
      name: "Портал",
      publicUrl: "https://o.test",
    });
    const { start } = await provider.begin();
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      sub: "v-1",
      aud: "us",
      iat: now,
      exp: now + 60,
      nonce: start.nonce,
      email: "V@o.test",
      email_verified: true,
    };
    token = () => tokenOf({ ...claims, ...change }, key, head);
    return provider.finish(`code=c&state=${state ?? start.state}`, start);
  };

  it("is taken when it is signed by the provider, for us, now, for this very sign-in", async () => {
    expect(await enter({}, own.privateKey)).toEqual({ issuer, subject: "v-1", email: "v@o.test" });
  });

  it("is not taken for an answer to another sign-in", async () => {
    await expect(enter({}, own.privateKey, { state: "of-another" })).rejects.toMatchObject({ kind: "refused" });
  });

  it("is not taken on the word of a key that it brings along", async () => {
    const head = { jwk: foreign.publicKey.export({ format: "jwk" }), jku: `${issuer}/others` };
    await expect(enter({}, foreign.privateKey, { head })).rejects.toMatchObject({ kind: "refused" });
  });

  it.each([
    ["signed by another", {}, foreign.privateKey],
    ["signed by nobody", {}, undefined],
    ["made for another program", { aud: "them" }, own.privateKey],
    ["of another provider", { iss: "https://other.test" }, own.privateKey],
    ["of another sign-in", { nonce: "other" }, own.privateKey],
    ["run out", { exp: 1 }, own.privateKey],
    ["not yet in force", { nbf: Math.floor(Date.now() / 1000) + 3600 }, own.privateKey],
  ])("is refused when it is %s", async (_, change, key) => {
    await expect(enter(change, key)).rejects.toMatchObject({ kind: "refused" });
  });

  it.each([
    ["of access", {}, { typ: "at+jwt" }],
    ["of access, by its long name", {}, { typ: "application/at+jwt" }],
    ["of leaving", {}, { typ: "logout+jwt" }],
    ["of leaving that does not say so", { events: { "http://schemas.openid.net/event/backchannel-logout": {} } }, {}],
  ])("is not taken when it is one %s, though all else is right", async (_, change, head) => {
    await expect(enter(change, own.privateKey, { head })).rejects.toMatchObject({ kind: "refused" });
  });

  it("is not asked where its description names another", async () => {
    const address = issuer;
    const options = { issuer: address, clientId: "us", clientSecret: "s", name: "Портал", publicUrl: "https://o.test" };
    issuer = "http://127.0.0.1:1";
    try {
      await expect(makeForeignSignIn(options).begin()).rejects.toMatchObject({ kind: "away" });
    } finally {
      issuer = address;
    }
    expect((await makeForeignSignIn(options).begin()).url).toContain(`${address}/auth`);
  });

  it("is taken when it says that it is what it is", async () => {
    expect(await enter({}, own.privateKey, { head: { typ: "JWT" } })).toMatchObject({ subject: "v-1" });
  });
});
