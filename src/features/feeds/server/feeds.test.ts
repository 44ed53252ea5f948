import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Persona } from "../../../../test/support/world.ts";
import {
  get,
  openProgressWorld,
  stateOf,
  TODAY,
  type ProgressWorld,
  type Raw,
} from "../../../../test/support/progress-world.ts";

describe("a calendar by a link", () => {
  let ground: ProgressWorld;
  beforeAll(async () => {
    ground = await openProgressWorld(23);
  });
  afterAll(() => ground.world.close());

  const made = async (persona: Persona): Promise<string> => {
    const answer = await persona.call("POST", "/api/feed");
    expect(answer.status).toBe(200);
    return answer.body.path;
  };
  const read = (path: string, headers: Record<string, string> = {}) =>
    ground.world.public.call("GET", path, undefined, headers);
  /** «day obligation» of each entry, as the text says it */
  const entries = (text: string) =>
    [...text.replaceAll("\r\n ", "").matchAll(/UID:(\S+)@orientir\r\n[^]*?DTSTART;VALUE=DATE:(\d{8})/g)].map(
      ([, id, day]) => `${day} ${id}`,
    );
  const expected = (rows: readonly Raw[]) =>
    rows
      .filter((row) => stateOf(row) !== "notApplicable")
      .filter((row) => stateOf(row) !== "accepted" || Date.parse(row.due_on) >= Date.parse(TODAY) - 92 * 86_400_000)
      .map((row) => `${row.due_on.replaceAll("-", "")} ${row.id}`)
      .sort();

  it("is nobody's who is not signed in, and opens by nothing but its secret", async () => {
    const { world } = ground;
    for (const method of ["GET", "POST", "DELETE"] as const)
      expect((await world.public.call(method, "/api/feed")).status).toBe(401);
    for (const secret of ["x", "a".repeat(43), "%00".repeat(20)]) {
      const answer = await read(`/api/feeds/${secret}/orientir.ics`);
      expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
    }
  });

  it("holds what is owed at one's own places and has no end of others'", async () => {
    const { personas, raw, schools } = ground;
    const at = (...ids: string[]) => raw.filter((row) => ids.includes(row.bearer_organisation_id));
    const whose: readonly [Persona, readonly Raw[]][] = [
      [personas.school, at(schools[0]!)],
      [personas.owner, at(schools[3]!)],
      [personas.teacher, raw.filter((row) => row.delegated_to === personas.teacher.personId)],
      // a curator sees and owes nothing; neither does whoever looks at the whole
      [personas.curator, []],
      [personas.head, []],
      [personas.officer, []],
      [personas.region, []],
      [personas.nobody, []],
    ];
    for (const [persona, rows] of whose) {
      const answer = await read(await made(persona));
      expect(answer.status).toBe(200);
      expect(entries(String(answer.body)).sort()).toEqual(expected(rows));
    }
    expect(expected(at(schools[0]!)).length).toBeGreaterThan(3);
  });

  it("is a calendar file that is kept by nobody between and not sent twice", async () => {
    const path = await made(ground.personas.school);
    const first = await read(path);
    expect(first.headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-cache",
    });
    const text = String(first.body);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*END:VCALENDAR\r\n$/);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).toMatch(/SUMMARY:Просрочено: /);
    const etag = String(first.headers["etag"]);
    const again = await read(path, { "if-none-match": `W/${etag}` });
    expect([again.status, again.raw.length]).toEqual([304, 0]);
    expect((await read(path, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("ends when it is revoked, when another is made, when the account is closed; its secret is stored nowhere", async () => {
    const { world, personas } = ground;
    const [first, second] = [await made(personas.owner), await made(personas.owner)];
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    // by the product's clock, as every day that a person reads
    expect((await get(personas.owner, "/api/feed")).since).toContain(TODAY);
    for (let times = 0; times < 2; times += 1)
      expect((await personas.owner.call("DELETE", "/api/feed")).status).toBe(200);
    expect((await read(second)).status).toBe(404);
    expect(await get(personas.owner, "/api/feed")).toEqual({ since: null });
    const third = await made(personas.owner);
    await world.rows("update account set status = 'closed' where id = $1", [personas.owner.accountId]);
    expect((await read(third)).status).toBe(404);
    const stored = JSON.stringify([
      await world.rows("select encode(token_hash, 'escape') as hash from calendar_feed"),
      await world.rows("select * from journal"),
      await world.rows("select * from idempotency"),
    ]);
    for (const path of [first, second, third]) expect(stored).not.toContain(path.split("/")[3]);
  });

  it("is one, also where two are made at once", async () => {
    const { world, personas } = ground;
    const { personId, accountId } = personas.head;
    const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    let second: Promise<string> | undefined;
    await world.program.database.within({ person: personId, reads: [], writes: [] }, async (tx) => {
      await sql`select make_feed('\\x01', gen_random_uuid(), ${accountId}, now())`.execute(tx);
      let isMade = false;
      second = made(personas.head).finally(() => {
        isMade = true;
      });
      await expect.poll(async () => isMade || (await world.rows(waits)).length === 1).toBe(true);
    });
    expect((await read(await second!)).status).toBe(200);
    const works = "select from calendar_feed where account_id = $1 and revoked_at is null";
    expect(await world.rows(works, [accountId])).toHaveLength(1);
  });

  it("is nobody else's to make, to read or to end, past the program's own checks too", async () => {
    const { world, personas } = ground;
    await made(personas.school);
    const { database } = world.program;
    const reach = { person: personas.officer.personId, reads: [ground.town], writes: [ground.town] };
    const asked = (statement: string) =>
      database.within(reach, async (tx) => {
        return (await sql.raw<Record<string, unknown>>(statement).execute(tx)).rows;
      });
    const account = personas.school.accountId;
    expect(await asked(`select * from feed_of('${account}')`)).toEqual([]);
    expect(await asked(`select revoke_feed('${account}', now()) as done`)).toEqual([{ done: false }]);
    expect(await asked(`select make_feed('\\x00', gen_random_uuid(), '${account}', now()) as done`)).toEqual([
      { done: false },
    ]);
    for (const statement of ["select * from calendar_feed", "update calendar_feed set revoked_at = null"])
      await expect(asked(statement)).rejects.toThrow(/permission denied/);
    expect((await get(personas.school, "/api/feed")).since).not.toBeNull();
  });

  it("slows whoever asks without end or tries secrets", async () => {
    const path = await made(ground.personas.teacher);
    const statuses = new Set<number>();
    for (let times = 0; times < 61; times += 1) statuses.add((await read(path)).status);
    expect(statuses).toEqual(new Set([200, 429]));
    for (let times = 0; times < 61; times += 1)
      statuses.add((await read(`/api/feeds/${"b".repeat(30 + (times % 9))}/orientir.ics`)).status);
    expect((await read(`/api/feeds/${"c".repeat(43)}/orientir.ics`)).status).toBe(429);
  });
});
