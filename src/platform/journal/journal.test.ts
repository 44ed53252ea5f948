import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type World } from "../../../test/support/world.ts";
import { changed, ofPerson } from "./change.ts";
import { erasePersonFromJournal } from "./erase.ts";
import type { Verdict } from "./finding.ts";
import { journalWriter, type JournalEntry } from "./journal.ts";
import { readLines } from "./seal-file.ts";
import { startSealing } from "./sealer.ts";
import { ERASURE } from "./verify-rows.ts";
import { verifyNow } from "./verify.ts";

describe("the journal", () => {
  let world: World;
  let municipality: Id;
  let folder: string;
  let record: string;
  beforeAll(async () => {
    world = await openWorld();
    municipality = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
    folder = await mkdtemp(join(tmpdir(), "orientir-journal-"));
    record = join(folder, "seals.jsonl");
    // this file seals by itself, into a record of its own
    await world.program.sealing.stop();
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const seal = () => {
    const sealing = startSealing(world.program.database.pool, record, world.program.clock, (line) => expect.fail(line));
    return sealing.stop();
  };
  const verdict = async (path = record): Promise<Verdict> => {
    const client = await world.program.database.pool.connect();
    try {
      return await verifyNow(client, path, 0);
    } finally {
      client.release();
    }
  };
  const note = (entry: Partial<JournalEntry> = {}, actor: Actor = { kind: "system", territoryId: municipality }) =>
    world.program.database.within(
      { person: "personId" in actor ? actor.personId : undefined, reads: [municipality], writes: [municipality] },
      (tx) =>
        journalWriter(tx, actor, world.program.clock, makeId, {
          address: "10.0.0.7",
          agent: "Mozilla/5.0 (Windows NT 10.0)",
        })({
          territoryId: municipality,
          action: "measure.edit",
          subjectKind: "measure",
          subjectId: makeId(),
          ...entry,
        }),
    );
  beforeEach(seal);

  it("lets the program's role neither change nor remove a row, nor touch a seal", async () => {
    await note();
    const as = (statement: string) =>
      world.program.database.within(
        { person: undefined, reads: [municipality], writes: [municipality] },
        async (tx) => {
          const { sql } = await import("kysely");
          return sql.raw(statement).execute(tx);
        },
      );
    for (const statement of [
      "update journal set action = 'other'",
      "delete from journal",
      "truncate journal",
      "update journal_personal set before = ''",
      "delete from journal_origin",
      "select from journal_unsealed",
      "delete from journal_unsealed",
      "insert into journal_seal values (1, now(), '', 1, '', '')",
      "select from journal_sealer for update",
    ])
      await expect(as(statement), statement).rejects.toThrow(/permission denied|row-level/);
  });

  it("is found whole, also what has come since the last seal and what was noted before a clean start", async () => {
    await note({
      changes: changed({ title: "Была", note: "та же" }, { title: "Стала\u0000 \ud800 «с» 😀", note: "та же" }),
      detail: { b: 1.5e21, a: null },
    });
    expect(await verdict()).toMatchObject({ waiting: 1, findings: [] });
    await seal();
    const whole = await verdict();
    expect(whole).toMatchObject({ waiting: 0, findings: [] });
    expect(whole.seals).toBe(whole.outside);
    const [row] = await world.rows("select changes from journal order by id desc limit 1");
    expect(row!["changes"]).toEqual([{ field: "title", before: "Была", after: "Стала � «с» 😀" }]);
  });

  it("seals what is committed late after what was begun later, and nothing twice", async () => {
    let release = () => {};
    const held = new Promise<void>((go) => (release = go));
    const late = makeId();
    const slow = world.program.database.within(
      { person: undefined, reads: [municipality], writes: [municipality] },
      async (tx) => {
        await journalWriter(
          tx,
          { kind: "system", territoryId: municipality },
          world.program.clock,
          () => late,
        )({
          territoryId: municipality,
          action: "measure.edit",
          subjectKind: "measure",
          subjectId: makeId(),
        });
        await held;
      },
    );
    await note();
    await seal();
    const before = await verdict();
    release();
    await slow;
    await seal();
    const after = await verdict();
    expect([before.findings, after.findings, after.rows - before.rows, after.waiting]).toEqual([[], [], 1, 0]);
  });

  it("is sealed once by many copies at the same time, each with a whole record of its own", async () => {
    await Promise.all(Array.from({ length: 8 }, () => note()));
    const copies = ["one", "two", "three"].map((name) => join(folder, `${name}.jsonl`));
    for (let turn = 0; turn < 2; turn += 1)
      await Promise.all(
        copies.map((path) =>
          startSealing(world.program.database.pool, path, world.program.clock, (line) => expect.fail(line)).stop(),
        ),
      );
    await seal();
    const records = await Promise.all([record, ...copies].map((path) => readFile(path, "utf8")));
    expect(new Set(records).size).toBe(1);
    expect((await verdict()).findings).toEqual([]);
  });

  it("is written once into a record that several processes share, whichever of them wrote last or was cut off", async () => {
    const shared = join(folder, "shared.jsonl");
    const open = () =>
      startSealing(world.program.database.pool, shared, world.program.clock, (line) => expect.fail(line));
    const sealers = [open(), open(), open()];
    for (let turn = 0; turn < 6; turn += 1) {
      await Promise.all([note(), note()]);
      await Promise.all(sealers.map((sealer) => sealer.now()));
      const whole = await readFile(shared, "utf8");
      // one of them ended in the midst of its last line
      if (turn === 3) await writeFile(shared, whole.slice(0, -30));
    }
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    const lines = await readLines(shared);
    const stored = await world.rows<{ no: number }>("select no::int as no from journal_seal order by no");
    expect(lines.flatMap((line) => (line.seal ? [line.seal.no] : []))).toEqual(stored.map(({ no }) => no));
    expect([lines.length, (await verdict(shared)).findings]).toEqual([stored.length + 1, []]);
  });

  it("goes on where a crash left the record without its last line, or with half of it", async () => {
    await note();
    await seal();
    const whole = await readFile(record, "utf8");
    await writeFile(record, whole.slice(0, -40));
    expect((await verdict()).findings.map(({ kind }) => kind)).toEqual(["line-broken", "seal-not-outside"]);
    await seal();
    expect((await verdict()).findings).toEqual([]);
    await appendFile(record, "не печать\n");
    expect((await verdict()).findings).toMatchObject([{ kind: "line-broken" }]);
    await writeFile(record, whole);
  });

  it("keeps personal values and addresses where erasure reaches them, and stands after it", async () => {
    const head = await world.person([{ role: "officer", territoryId: municipality }], "Стираемая");
    const actor: Actor = {
      kind: "person",
      personId: head.personId,
      accountId: head.accountId,
      sessionId: makeId(),
      assignments: [],
      regionOf: {},
    };
    await note(
      {
        action: "person.edit",
        subjectKind: "person",
        subjectId: head.personId,
        changes: ofPerson(head.personId, changed({ phone: "+7 900 000-00-01" }, { phone: "+7 900 000-00-02" })),
      },
      actor,
    );
    // a sign-in that did not succeed is nobody's deed, and stands where the account does
    const refused = { territoryId: null, action: "session.refuse", subjectKind: "account", subjectId: head.accountId };
    await note(refused, { kind: "public" });
    expect(await world.rows("select territory_id from journal where action = 'session.refuse'")).toEqual([
      { territory_id: municipality },
    ]);
    const everything = async () =>
      JSON.stringify(await world.rows("select j.*, j.detail::text, j.changes::text from journal j"));
    expect(await everything()).not.toContain("900 000");
    expect(await world.rows("select before, after from journal_personal")).toEqual([
      { before: '"+7 900 000-00-01"', after: '"+7 900 000-00-02"' },
    ]);
    const origins = () =>
      world.rows("select address, device from journal_origin where person_id = $1", [head.personId]);
    expect(await origins()).toEqual([{ address: "10.0.0.7", device: "computer" }]);
    await seal();
    expect((await verdict()).findings).toEqual([]);

    const reach = { person: undefined, reads: [municipality], writes: [municipality] };
    const erase = (at: typeof reach) =>
      world.program.database.within(at, async (tx) => {
        const system: Actor = { kind: "system", territoryId: municipality };
        const erased = await erasePersonFromJournal(tx, head.personId);
        const noted = { territoryId: municipality, action: ERASURE, subjectKind: "person", subjectId: head.personId };
        await journalWriter(tx, system, world.program.clock, makeId)(noted);
        return erased;
      });
    await expect(erase({ person: undefined, reads: [municipality], writes: [] })).rejects.toThrow(/not the actor's/);
    expect(await erase(reach)).toEqual({ values: 1, origins: 2 });
    expect([await origins(), await world.rows("select from journal_personal")]).toEqual([[], []]);
    await seal();
    expect(await verdict()).toMatchObject({ erased: 1, personal: 0, findings: [] });
  });
});
