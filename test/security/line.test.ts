import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "#main/routes.ts";
import { anyone, route } from "#platform/http/route.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

/** Tells how the program sees whoever asks. */
const from = route({
  method: "GET",
  path: "/api/from",
  action: "test.from",
  summary: "who asks",
  policy: anyone,
  problems: {},
  touches: [],
  handle: ({ address, secure }) => Promise.resolve({ address, secure }),
});

describe("requests as they come over the line", () => {
  let world: World;
  let officer: Persona;
  let town: string;
  let port: number;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "orientir-line-"));
    const web = join(folder, "web");
    await mkdir(join(web, "assets"), { recursive: true });
    await mkdir(join(web, ".git"));
    await writeFile(join(folder, "secret.txt"), "тайна");
    await writeFile(join(web, ".git/config"), "тайна");
    await writeFile(join(web, "index.html"), "<!doctype html><title>Ориентир</title>");
    world = await openWorld({ webFolder: web, extraRoutes: [from], log: () => {} });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    officer = await world.person([{ role: "officer", territoryId: town }]);
    await world.program.server.listen({ port: 0, host: "127.0.0.1" });
    port = (world.program.server.server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  /** What the program writes back, until it closes the line. */
  const say = (lines: readonly string[]): Promise<string> =>
    new Promise((resolve) => {
      let heard = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(lines.join("\r\n")));
      socket.on("data", (bytes: Buffer) => void (heard += bytes.toString("utf8")));
      socket.on("close", () => resolve(heard));
      socket.on("error", () => resolve(heard));
    });

  it.each([
    ["two lengths", ["Content-Length: 5", "Content-Length: 6"]],
    ["a length beside chunks", ["Content-Length: 4", "Transfer-Encoding: chunked"]],
    ["chunks disguised", ["Transfer-Encoding: xchunked"]],
    ["a header name with a space", ["Transfer-Encoding : chunked"]],
    ["a header without a colon", ["нечто"]],
  ])("with %s are refused and the line is closed: nothing is smuggled behind them", async (_, headers) => {
    const smuggled = "0\r\n\r\nGET /api/health HTTP/1.1\r\nHost: a\r\n\r\n";
    const heard = await say(["POST /api/session HTTP/1.1", "Host: a", "Connection: close", ...headers, "", smuggled]);
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 400"]);
    expect(heard).toContain("application/problem+json");
  });

  it("with headers beyond all measure are refused in the house's form", async () => {
    const heard = await say(["GET / HTTP/1.1", "Host: a", `X-A: ${"a".repeat(40_000)}`, "", ""]);
    expect(heard).toMatch(/^HTTP\/1\.1 431 [\s\S]*nosniff[\s\S]*"code":"bad-request"/);
  });

  it.each(["TRACE", "TRACK", "PROPFIND", "DEBUG", "CONNECT"])(
    "by %s get nothing back of what they said",
    async (method) => {
      const heard = await say([
        `${method} /api/session HTTP/1.1`,
        "Host: a",
        "Connection: close",
        "X-Secret: 12345",
        "",
        "",
      ]);
      expect(heard).not.toContain("12345");
      expect(heard).not.toMatch(/^HTTP\/1\.1 2/);
    },
  );

  it.each([
    ["/api/session", "GET"],
    ["/nowhere", "POST"],
    ["/%zz", "GET"],
    [`/api/people/${"a".repeat(300)}`, "GET"],
  ])(
    "for %s are not upgraded: they are answered, and a line whose next word cannot be read is not left open",
    async (path, method) => {
      const upgrade = [
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
      ];
      const unreadable = "GET %2fapi%2fsession HTTP/1.1";
      const heard = await say([`${method} ${path} HTTP/1.1`, "Host: a", ...upgrade, "", unreadable, "Host: a", "", ""]);
      expect(heard.match(/HTTP\/1\.1 (\d+)/g)).toHaveLength(1);
      expect(heard).not.toContain(" 101 ");
    },
  );

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2f..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/%5c..%5csecret.txt",
    "/.git/config",
    "/assets/",
    "/etc/passwd%00.js",
  ])("for %s come out of no folder, list none and show no hidden one", async (path) => {
    const heard = await say([`GET ${path} HTTP/1.1`, "Host: a", "Connection: close", "", ""]);
    expect(heard).not.toContain("тайна");
    expect(heard).not.toMatch(/Index of|<a href="(?!\/)/);
  });

  it("hold no NUL in what they ask for, whichever route they ask", async () => {
    for (const { path } of ROUTES.filter((one) => one.method === "GET")) {
      const url = `${path.replace(/:(\w+)/g, () => makeId())}?territoryId=${town}`;
      const asked = ["q", "bearer", "period", "occurrence", "key"].flatMap((name) => [
        `&${name}=%00`,
        `&${name}=%0%000`,
      ]);
      for (const one of [asked.filter((_, at) => at % 2 === 0), asked.filter((_, at) => at % 2 === 1)]) {
        const { status } = await officer.call("GET", `${url}${one.join("")}`);
        expect([path, one, status >= 500 && status !== 503]).toEqual([path, one, false]);
      }
    }
  });

  it("lead to no other host: no answer of any route redirects, whatever it is asked", async () => {
    const evil = "//evil.example/%2f..?next=https://evil.example&returnTo=//evil.example&url=https://evil.example";
    for (const { method, path } of ROUTES.filter((one) => one.method === "GET")) {
      const url = `${path.replace(/:(\w+)/g, () => makeId())}?next=//evil.example&territoryId=${town}`;
      const { headers } = await world.public.call(method, url, undefined, {
        host: "evil.example",
        "x-forwarded-host": "evil.example",
      });
      expect([path, headers["location"]]).toEqual([path, undefined]);
    }
    for (const path of [evil, `/${evil}`, "/\\evil.example", "/sign-in?next=//evil.example"]) {
      const heard = await say([`GET ${path} HTTP/1.1`, "Host: evil.example", "Connection: close", "", ""]);
      expect(heard).not.toMatch(/^location:/im);
      expect(heard).not.toContain("evil.example");
    }
  });

  it.each([
    ["a parameter twice", (id: string) => `territoryId=${id}&territoryId=${makeId()}`],
    ["a parameter as a list", (id: string) => `territoryId[]=${id}`],
    ["a parameter as an object", (id: string) => `territoryId[$ne]=${id}`],
    ["a prototype", (id: string) => `territoryId[__proto__]=${id}`],
    ["a broken code of a letter", () => "territoryId=%zz"],
  ])("with %s are refused, not guessed at", async (_, query) => {
    const { status, body } = await officer.call("GET", `/api/people?${query(town)}`);
    expect([status, body.code]).toEqual([422, "bad-request"]);
  });

  it("take nobody's word for the address or for TLS but the proxy's that was named", async () => {
    const said = {
      "x-forwarded-for": "10.9.8.7",
      "x-real-ip": "10.9.8.7",
      "x-forwarded-proto": "https",
      forwarded: "for=10.9.8.7",
    };
    const { body } = await world.public.call("GET", "/api/from", undefined, said);
    expect(body).toEqual({ address: "127.0.0.1", secure: false });
  });

  it("longer than two megabytes, deeper than sense or not in JSON are refused in words", async () => {
    const headers = { "x-orientir": "1", "content-type": "application/json" };
    for (const payload of [`{"a":"${"x".repeat(2_100_000)}"}`, "[".repeat(100_000), '{"login":', "\u0000"]) {
      const reply = await world.program.server.inject({ method: "POST", url: "/api/session", headers, payload });
      expect([413, 422]).toContain(reply.statusCode);
      expect(reply.json<{ title: string }>().title).toMatch(/\p{Script=Cyrillic}/u);
    }
  });
});
