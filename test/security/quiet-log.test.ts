import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sql } from "kysely";
import { openDatabase } from "#platform/db/database.ts";
import { anyone, route } from "#platform/http/route.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

/** Words that stand nowhere else in the product: whoever meets them in a log has met a person. */
const CANARY = {
  family: "Канарейкина",
  login: "kanareyka@taynoe.example",
  phone: "+7 999 123-45-67",
  password: "пароль канарейки",
};
const SEEN = /канарейк|kanareyka|taynoe|123-45-67/i;

const failing = (path: `/api/${string}`, fail: () => unknown) =>
  route({
    method: "POST",
    path,
    action: `test.${path.slice(5)}`,
    summary: "fails",
    policy: anyone,
    problems: {},
    touches: [],
    replay: "never",
    handle: async ({ tx }) => {
      await (fail() as Promise<unknown>);
      await sql`insert into account (id, person_id, login) select ${makeId()}, person_id, login from account where login = ${CANARY.login}`.execute(
        tx,
      );
      return {};
    },
  });

const FAILURES = [
  failing("/api/thrown", () => Promise.reject(new Error(`${CANARY.family} ${CANARY.phone}`))),
  failing("/api/thrown-words", () => Promise.reject(CANARY.login as unknown as Error)),
  failing("/api/caused", () => Promise.reject(new Error("наружу", { cause: new Error(CANARY.family) }))),
  failing("/api/named", () => Promise.reject(Object.assign(new Error("x"), { name: `Error ${CANARY.family}` }))),
  failing("/api/lines", () => Promise.reject(new Error(`две строки\n    at ${CANARY.login}`))),
  failing("/api/coded", () => Promise.reject(Object.assign(new Error("x"), { code: CANARY.phone }))),
  failing("/api/database", () => Promise.resolve()),
];

describe("a log", () => {
  let world: World;
  let head: Persona;
  let town: string;
  const told: string[] = [];
  const heard: string[] = [];

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, "write").mockImplementation((chunk) => {
        heard.push(String(chunk));
        return true;
      });
    world = await openWorld({ extraRoutes: FAILURES, log: (line) => told.push(line) });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(town, "school");
    head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }], CANARY.family);
    await world.rows("update person set phone = $2 where id = $1", [head.personId, CANARY.phone]);
    await world.rows("update account set login = $2 where id = $1", [head.accountId, CANARY.login]);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await world.close();
  });

  it.each(FAILURES.map(({ path }) => path))(
    "of the failure %s holds where it failed and nobody's name",
    async (path) => {
      const before = told.length;
      const { status, raw } = await head.call("POST", path, { family: CANARY.family, phone: CANARY.phone });
      expect(status).toBe(500);
      expect(raw.toString("utf8")).not.toMatch(SEEN);
      expect(told.length).toBe(before + 1);
      expect(told.at(-1)).toMatch(/[0-9a-f]{8}/);
    },
  );

  it("of refusals holds nothing of who asked and what was asked", async () => {
    const { login, password, family } = CANARY;
    const asked = [
      world.public.call("POST", "/api/session", { login, password }),
      world.public.call("GET", `/api/links/${encodeURIComponent(login)}`),
      head.call("GET", `/api/people?territoryId=${town}&q=${encodeURIComponent(family)}`),
      head.call("GET", `/api/nothing/${encodeURIComponent(family)}`),
      head.call("POST", "/api/people", { familyName: family, phone: CANARY.phone, territoryId: town }),
      head.call("PATCH", `/api/people/${town}/${makeId()}`, { familyName: family, version: 1 }),
      head.upload(`/api/files?territoryId=${town}`, `${family}.docx`, Buffer.from("MZ")),
    ];
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.filter((status) => status >= 400).length).toBeGreaterThan(4);
  });

  it("of a job that fails again and again holds its place alone", async () => {
    await world.program.database.within({ person: undefined, reads: [], writes: [] }, (tx) =>
      world.program.jobs.senderFor(tx)("import-read", { territoryId: CANARY.family, importId: CANARY.login }),
    );
    await world.settle();
    expect(told.join("\n")).not.toMatch(SEEN);
  });

  it("of a database that is gone holds its place alone", async () => {
    const gone = openDatabase(`postgresql://${CANARY.login.replace("@", "%40")}:secret@127.0.0.1:1/none`);
    const { pool } = world.program.database;
    const connect = vi.spyOn(pool, "connect").mockImplementation(() => gone.pool.connect() as never);
    const { status } = await head.call("GET", "/api/session");
    connect.mockRestore();
    await gone.close();
    expect(status).toBeGreaterThanOrEqual(500);
    expect(told.join("\n")).not.toMatch(/secret/);
  });

  it("with everything written to both outputs in all of this names no person", () => {
    expect(told.length).toBeGreaterThan(FAILURES.length);
    expect([...told, ...heard].filter((line) => SEEN.test(line))).toEqual([]);
  });
});
