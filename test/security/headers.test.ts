import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone, route } from "#platform/http/route.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Answer, type Persona, type World } from "../support/world.ts";

/** A route that fails as a programming fault does. */
const failing = route({
  method: "GET",
  path: "/api/failing",
  action: "test.fail",
  summary: "fails",
  policy: anyone,
  problems: {},
  touches: [],
  handle: () => Promise.reject(new TypeError("select secret from person where phone = '+7 900 000-00-00'")),
});

describe("headers of every kind of answer", () => {
  let world: World;
  let web: string;
  let officer: Persona;
  const answers = new Map<string, Answer>();

  beforeAll(async () => {
    web = await mkdtemp(join(tmpdir(), "orientir-web-"));
    await mkdir(join(web, "assets"));
    await writeFile(join(web, "index.html"), "<!doctype html><title>Ориентир</title>");
    await writeFile(join(web, "assets/app-1.js"), "export {};");
    world = await openWorld({ webFolder: web, extraRoutes: [failing], log: () => {} });
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region });
    officer = await world.person([{ role: "officer", territoryId: town }]);
    const kept = await officer.upload(`/api/files?territoryId=${town}`, "план.txt", Buffer.from("План"));
    const of = async (name: string, answer: Promise<Answer>) => answers.set(name, await answer);
    await of("JSON", officer.call("GET", "/api/session"));
    await of("the public's refusal", world.public.call("GET", "/api/session"));
    await of("nothing there", officer.call("GET", `/api/files/${town}/${makeId()}`));
    await of("no such route", officer.call("GET", "/api/nothing"));
    await of("a refused body", officer.call("POST", "/api/session", { login: 1 }));
    await of("a refused forgery", officer.call("POST", "/api/session", {}, { "x-orientir": "" }));
    await of("a failure", officer.call("GET", "/api/failing"));
    await of("a file", officer.call("GET", `/api/files/${town}/${kept.body.id}`));
    await of("a workbook", officer.call("GET", `/api/people.xlsx?territoryId=${town}`));
    await of("the OpenAPI document", world.public.call("GET", "/api/openapi.json"));
    await of("health", world.public.call("GET", "/api/health"));
    await of("a page", world.public.call("GET", "/"));
    await of("a page of the client's own address", world.public.call("GET", "/programmes/1"));
    await of("a script", world.public.call("GET", "/assets/app-1.js"));
    await of("a script that is gone", world.public.call("GET", "/assets/app-0.js"));
  });
  afterAll(async () => {
    await world.close();
    await rm(web, { recursive: true });
  });

  const each = (check: (name: string, answer: Answer) => void) =>
    answers.forEach((answer, name) => check(name, answer));

  it("were asked of answers of every kind", () => {
    expect(new Set([...answers.values()].map(({ status }) => status))).toEqual(new Set([200, 401, 403, 404, 422, 500]));
  });

  it("let scripts come from this host alone: none inline, none evaluated, no plugins, no base, no frames", () => {
    each((name, { headers }) => {
      const policy = Object.fromEntries(
        String(headers["content-security-policy"])
          .split(/;\s*/)
          .map((one) => [one.split(" ")[0]!, one.split(" ").slice(1).join(" ")]),
      );
      // a file of somebody's is opened in a room of its own: nothing in it runs, nothing is fetched
      if (policy["default-src"] === "'none'") {
        expect([name, "sandbox" in policy]).toEqual([expect.stringMatching(/^a (file|workbook)$/), true]);
        return;
      }
      expect([name, policy], name).toEqual([
        name,
        expect.objectContaining({
          "default-src": "'self'",
          "script-src": "'self'",
          "object-src": "'none'",
          "base-uri": "'none'",
          "frame-ancestors": "'none'",
          "form-action": "'self'",
          "connect-src": "'self'",
        }),
      ]);
    });
  });

  it("forbid guessing the type, tell no address to other sites, keep windows and resources apart", () => {
    each((name, { headers }) =>
      expect([name, headers], name).toEqual([
        name,
        expect.objectContaining({
          "x-content-type-options": "nosniff",
          "referrer-policy": "same-origin",
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "same-origin",
        }),
      ]),
    );
  });

  it("bind the browser to TLS for a year, subdomains too", () => {
    each((name, { headers }) =>
      expect([name, headers["strict-transport-security"]]).toEqual([name, "max-age=31536000; includeSubDomains"]),
    );
  });

  it("open nothing to pages of other origins", () => {
    each((_name, { headers }) =>
      expect(Object.keys(headers).filter((one) => one.startsWith("access-control-"))).toEqual([]),
    );
  });

  it("name no program and no version", () => {
    each((_name, { headers }) => expect([headers["server"], headers["x-powered-by"]]).toEqual([undefined, undefined]));
  });

  it("let nobody keep an answer of the interface", () => {
    each((name, { headers }) => {
      if (/page|script/.test(name)) return;
      expect([name, headers["cache-control"]]).toEqual([name, "no-store"]);
    });
  });

  it("say what every body is and in which letters", () => {
    each((name, { headers, raw }) => {
      const type = String(headers["content-type"]);
      expect([name, raw.length > 0, type]).toEqual([name, true, expect.stringMatching(/^[\w-]+\/[\w.+-]+/)]);
      if (/^text\/|json|javascript|xml$/.test(type))
        expect([name, type.toLowerCase()]).toEqual([name, expect.stringContaining("charset=utf-8")]);
    });
  });

  it("of a failure come with words of ours, without its message, its place or its query", () => {
    const { body } = answers.get("a failure")!;
    expect(Object.keys(body as object).sort()).toEqual(["code", "fields", "status", "title", "type", "values"]);
    expect(JSON.stringify(body)).not.toMatch(/select|person|\+7|TypeError|\.ts|node_modules/);
  });

  it("of a missing script say 404: a page in its place would be taken for a script", () => {
    const { status, headers } = answers.get("a script that is gone")!;
    expect([status, headers["content-type"]]).toEqual([404, "application/problem+json; charset=utf-8"]);
  });
});
