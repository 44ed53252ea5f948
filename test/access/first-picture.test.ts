import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PictureFacts } from "#shared/first-picture.ts";
import type { Id } from "#shared/ids.ts";
import build from "../support/build-setup.ts";
import { givenProgramme, replan } from "../support/given-programme.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

const HOSTILE = `Урок </script><script src="/x.js"></script><img src=x onerror=alert(1)> "и" 'всё'`;
const web = { webFolder: resolve("dist/web"), picturesFolder: resolve("dist/main") };

/** The page as a browser asks for it. */
async function pageOf(persona: Persona, path = "/", cookies = "") {
  const cookie = [persona.cookie, cookies].filter(Boolean).join("; ");
  const answer = await persona.call("GET", path, undefined, { cookie });
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  const html = answer.raw.toString("utf8");
  const facts = /<script type="application\/json" id="first-picture">(.*?)<\/script>/s.exec(html)?.[1];
  return {
    html,
    headers: answer.headers,
    drawn: facts !== undefined,
    facts: (facts === undefined ? undefined : JSON.parse(facts)) as PictureFacts,
    /** what is read, without the facts */
    picture: html.slice(0, html.indexOf('<script type="application/json"')),
  };
}

describe("the first picture of a page", () => {
  let world: World;
  let town: Id;
  let schools: Id[];
  let head: Persona;
  let officer: Persona;
  let foreign: Persona;
  let programme: string;
  let both: Persona;
  const logged: string[] = [];

  beforeAll(async () => {
    build();
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00", ...web, log: (line) => logged.push(line) });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    schools = [
      await world.organisation(town, "school", "СОШ № 3"),
      await world.organisation(town, "school", "СОШ № 4"),
    ];
    const at = (role: "school_head" | "deputy", school: number) => ({
      role,
      territoryId: town,
      organisationId: schools[school]!,
    });
    head = await world.person([at("school_head", 0)]);
    both = await world.person([at("deputy", 0), at("deputy", 1)]);
    officer = await world.person([{ role: "officer", territoryId: town }]);
    const other = await world.territory({ kind: "municipality", parentId: region });
    foreign = await world.person([{ role: "officer", territoryId: other }]);
    const owedBy = (id: Id) => [{ audience: { kind: "organisation" as const, id } }];
    const { programmeId } = await givenProgramme(world, town, [
      { title: HOSTILE, years: [2026], parties: owedBy(schools[0]!) },
      { title: "Совет наставников", years: [2026], parties: owedBy(schools[1]!) },
    ]);
    await replan(world, town, programmeId);
    programme = `/programmes/${town}/${programmeId}`;
  }, 120_000);
  afterAll(() => world.close());

  it.each<[string, () => Persona, string | (() => string), string]>([
    ["nobody", () => world.public, "/", ""],
    ["a session that is none", () => world.public, "/", "orientir_session=none"],
    ["a home that is not the person's", () => head, "/today", ""],
    ["a page without one", () => head, "/reports", ""],
    ["a part of a page without one", () => officer, () => `${programme}/papers`, ""],
    ["a programme of others", () => foreign, () => `${programme}/measures`, ""],
    ["a programme that is none", () => officer, () => `/programmes/${town}/${town}/measures`, ""],
    ["an address that leads elsewhere", () => officer, "/programmes/..%2Fx/..%2F..%2Fsession/measures", ""],
    ["an address with a query", () => head, "/todo?next=1", ""],
    ["whoever left while the server could not be reached", () => head, "/", "orientir_unheard=key"],
  ])("is not drawn for %s", async (_, persona, path, cookies) => {
    const { html, drawn, headers } = await pageOf(persona(), typeof path === "string" ? path : path(), cookies);
    expect(drawn).toBe(false);
    expect(html).toContain('<div id="root"></div>');
    expect(html).toMatch(/<script type="module"[^>]*src="\/assets\/index-/);
    expect(String(headers["vary"])).toContain("cookie");
  });

  it("is not drawn after the session ended", async () => {
    const gone = await world.person([{ role: "school_head", territoryId: town, organisationId: schools[0]! }]);
    expect((await pageOf(gone)).drawn).toBe(true);
    expect((await gone.call("DELETE", "/api/session")).status).toBe(200);
    expect((await pageOf(gone)).drawn).toBe(false);
  });

  /** What a page was drawn of is what the interface tells that person now, and it is kept by nobody. */
  async function expectTold(persona: Persona, { facts, headers }: Awaited<ReturnType<typeof pageOf>>) {
    expect(headers["cache-control"]).toBe("no-store");
    for (const [address, answer] of Object.entries(facts.answers)) {
      const { status, body } = await persona.call("GET", address);
      const still = ({ clock, ...rest }: any) => ({ ...rest, today: clock?.today });
      expect([status, still(body)], address).toEqual([200, still(answer)]);
    }
    return Object.keys(facts.answers).map((address) => address.split("?")[0]!);
  }

  it.each(["/", "/todo"])("tells a school at %s what the interface tells it", async (path) => {
    const page = await pageOf(head, path);
    expect(page.facts.path).toBe("/todo");
    expect(await expectTold(head, page)).toEqual([
      "/api/session",
      "/api/counts",
      "/api/obligations/home",
      "/api/reports/together",
    ]);
    expect(page.picture).toContain("Что нужно сделать");
    expect(page.picture).not.toContain("Совет наставников");
    expect(JSON.stringify(page.facts)).not.toContain("Совет наставников");
  });

  it.each(["/", "/today"])("tells an officer at %s what the interface tells them", async (path) => {
    const page = await pageOf(officer, path);
    expect(page.facts.path).toBe("/today");
    expect(await expectTold(officer, page)).toEqual([
      "/api/session",
      "/api/counts",
      "/api/progress/home",
      "/api/reports",
      "/api/progress/watch",
    ]);
    expect(page.picture).toContain("Кому позвонить");
  });

  it("tells an officer of a programme what the interface tells them", async () => {
    const page = await pageOf(officer, `${programme}/measures`);
    expect(page.facts.path).toBe(`${programme}/measures`);
    expect(await expectTold(officer, page)).toEqual([
      "/api/session",
      "/api/counts",
      `/api${programme}`,
      "/api/progress/programmes",
      "/api/progress/watch",
      `/api${programme}/measures`,
    ]);
    expect(page.picture).toContain("Совет наставников");
  });

  it("of a programme too long to be drawn beside other work is left to the code", async () => {
    await world.rows("update measure set result = repeat('Справка ', 40000) where title = 'Совет наставников'");
    try {
      expect((await pageOf(officer, `${programme}/measures`)).drawn).toBe(false);
    } finally {
      await world.rows("update measure set result = '' where title = 'Совет наставников'");
    }
    expect((await pageOf(officer, `${programme}/measures`)).drawn).toBe(true);
  });

  it("brings no script but its own, whatever a title says", async () => {
    const { html, picture } = await pageOf(head);
    expect(picture).toContain("&lt;/script&gt;");
    expect(html.match(/<script(?![^>]*application\/json)[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script src="\/assets\/before-code-[\w-]+\.js" data-code="(\/assets\/[\w.-]+\.js ?)+">$/),
    ]);
    expect(html).not.toContain("<img");
  });

  it("brings its styles to a device that does not say it keeps them", async () => {
    const { html } = await pageOf(head);
    const [, address] = /<style data-address="([^"]+)">[^<]+<\/style>/.exec(html)!;
    expect(html).not.toContain('rel="stylesheet"');
    const again = await pageOf(head, "/", `orientir_styles=${encodeURIComponent(address!)}`);
    expect(again.html).toMatch(new RegExp(`<link rel="stylesheet"[^>]* href="${address!}">`));
    expect(again.html).not.toContain("<style data-address");
  });

  it("is of the place chosen on the device, and never of one that is not the person's", async () => {
    const [first, second] = schools;
    const of = (key: string) => `orientir_place_${both.accountId}=${encodeURIComponent(key)}`;
    expect((await pageOf(both)).picture).not.toContain("Совет наставников");
    expect((await pageOf(both, "/", of(`deputy/${town}/${second!}`))).picture).toContain("Совет наставников");
    const foreignPlace = `orientir_place_${head.accountId}=${encodeURIComponent(`school_head/${town}/${second!}`)}`;
    const { facts } = await pageOf(head, "/", foreignPlace);
    expect(Object.keys(facts.answers).filter((address) => address.includes(second!))).toEqual([]);
    expect(Object.keys(facts.answers).some((address) => address.includes(first!))).toBe(true);
  });

  it("speaks English where the device does", async () => {
    const { html, picture } = await pageOf(head, "/", "orientir_language=en");
    expect(html).toContain('<html lang="en">');
    expect(picture).toContain("What is due");
  });

  it("leaves the bare page where it cannot be read or drawn, and says so in the log", async () => {
    await world.rows("alter table notice rename to notice_away");
    const unread = await pageOf(head).finally(() => world.rows("alter table notice_away rename to notice"));
    expect(unread.drawn).toBe(false);
    expect((await pageOf(head)).drawn).toBe(true);
    const folder = await mkdtemp(join(tmpdir(), "orientir-pictures-"));
    logged.length = 0;
    const bare = await openWorld({ ...web, picturesFolder: folder, log: (line) => logged.push(line) });
    const region = await bare.territory({ kind: "region" });
    const there = await bare.territory({ kind: "municipality", parentId: region });
    const school = await bare.organisation(there, "school");
    const person = await bare.person([{ role: "school_head", territoryId: there, organisationId: school }]);
    expect((await pageOf(person)).drawn).toBe(false);
    expect(logged).toEqual([expect.stringContaining("первая картина")]);
    await bare.close();
    await rm(folder, { recursive: true });
  });
});
