import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../../test/support/mail-server.ts";
import { startReplica, type StreamingReplica } from "../../../test/support/streaming-replica.ts";
import { NO_REACH, openDatabase, type Database } from "./database.ts";
import { startEmbedded, type EmbeddedServer } from "./embedded/server.ts";
import { compare, type Position } from "./position.ts";
import { openReplica, type Replica } from "./replica.ts";

const LOOK_MS = 100;

describe("a replica for reading", () => {
  let folder: string;
  let server: EmbeddedServer;
  let main: Database;
  let streaming: StreamingReplica;
  const opened: Replica[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "orientir-replica-"));
    await chmod(folder, 0o755);
    server = await startEmbedded(join(folder, "main"), () => {});
    main = openDatabase(server.url);
    await main.pool.query("create role orientir_app nologin; create table note (value int not null)");
    await main.pool.query("insert into note values (0); grant select on note to orientir_app");
    streaming = await startReplica(join(folder, "main"), server.url, join(folder, "replica"));
  });
  afterEach(async () => {
    logged.length = 0;
    for (const one of opened.splice(0)) await one.close();
  });
  afterAll(async () => {
    await main.close();
    await streaming.kill();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (url: string, standing: string) => {
    const replica = openReplica(url, main, { log: (line) => logged.push(line), lookMs: LOOK_MS });
    opened.push(replica);
    await expect.poll(replica.standing).toBe(standing);
    return replica;
  };
  const write = (value: number) => main.pool.query("update note set value = $1", [value]);
  const asking = (text: string) => ({ text, values: [] });
  const FIRST = asking("select pg_is_in_recovery() as replica");
  /** what is read, who answered it, and who was asked first */
  const read = (replica: Replica, first = FIRST) =>
    replica.within(
      NO_REACH,
      async (tx, looked) => {
        const { rows } = await sql<{ value: number; replica: boolean }>`
          select value, pg_is_in_recovery() as replica from note`.execute(tx);
        const [asked] = (await looked) as readonly { replica: boolean }[];
        return { ...rows[0]!, first: asked?.replica };
      },
      { readOnly: true, first },
    );

  it("that has not shown what is written is not asked", async () => {
    const replica = await open(streaming.url, "in-order");
    await streaming.pause();
    try {
      await write(1);
      expect(await read(replica)).toMatchObject({ value: 1, replica: false });
      await expect.poll(replica.standing).toBe("behind");
      expect(await read(replica)).toMatchObject({ value: 1, replica: false });
    } finally {
      await streaming.resume();
    }
    await expect.poll(replica.standing).toBe("in-order");
    expect(logged).toEqual([expect.stringContaining("отстала"), expect.stringContaining("снова в строю")]);
  });

  it("that does not answer is not waited for, and its loss is told once", async () => {
    const nowhere = new URL(streaming.url);
    nowhere.port = String(await freePort());
    const replica = await open(nowhere.toString(), "away");
    for (let turn = 0; turn < 3; turn += 1) expect(await read(replica)).toMatchObject({ replica: false });
    // until the first look it is not asked either, and nothing is told
    await expect.poll(() => logged).toEqual([expect.stringContaining("не отвечает")]);
  });

  it("that is no replica is not asked", async () => {
    const replica = await open(server.url, "foreign");
    expect(await read(replica)).toMatchObject({ replica: false });
    expect(logged).toEqual([expect.stringContaining("не реплика этой базы")]);
  });

  it("is never asked who asks, and nothing where nobody does", async () => {
    const replica = await open(streaming.url, "in-order");
    await streaming.untilLevel();
    expect(await read(replica)).toMatchObject({ replica: true, first: false });
    expect(await read(replica, asking("select false as replica where false"))).toMatchObject({ replica: false });
    const anyone = replica.within(NO_REACH, async (tx) => sql`select pg_is_in_recovery() as replica`.execute(tx));
    expect((await anyone).rows).toEqual([{ replica: false }]);
  });

  it("shows each reading what was written before it, however they come", async () => {
    const replica = await open(streaming.url, "in-order");
    let ofReplica = 0;
    for (let value = 100; value < 400; value += 1) {
      await write(value);
      for (let turn = 0; turn < 4; turn += 1) {
        const seen = await read(replica);
        expect(seen.value).toBe(value);
        if (seen.replica) ofReplica += 1;
      }
    }
    expect(ofReplica).toBeGreaterThan(0);
  });

  it("that clears away rows in the midst of a reading leaves it to the main one, which begins it anew", async () => {
    const replica = await open(streaming.url, "in-order");
    await streaming.untilLevel();
    const asked: boolean[] = [];
    const value = await replica.within(
      NO_REACH,
      async (tx) => {
        const look = () =>
          sql<{ value: number; replica: boolean }>`select value, pg_is_in_recovery() as replica from note`.execute(tx);
        const { rows } = await look();
        asked.push(rows[0]!.replica);
        let seen = rows[0]!;
        // whoever else still reads on the main database keeps the old row from being cleared away, for a while
        for (let turn = 0; seen.replica && turn < 100; turn += 1) {
          await write(7);
          await main.pool.query("vacuum note");
          await streaming.untilLevel();
          seen = (await look()).rows[0]!;
        }
        return (await look()).rows[0]!.value;
      },
      { readOnly: true, first: FIRST },
    );
    expect([asked, value]).toEqual([[true, false], 7]);
    await expect.poll(replica.standing).toBe("in-order");
  });

  it("tells a refusal of the request as its own", async () => {
    const replica = await open(streaming.url, "in-order");
    await streaming.untilLevel();
    let times = 0;
    const refused = replica.within(NO_REACH, async () => Promise.reject(new Error(`no ${(times += 1)}`)), {
      readOnly: true,
      first: FIRST,
    });
    await expect(refused).rejects.toThrow("no 1");
  });

  it("that became the main one is a replica no more", async () => {
    const replica = await open(streaming.url, "in-order");
    await streaming.promote();
    await expect.poll(replica.standing).toBe("foreign");
    expect(await read(replica)).toMatchObject({ replica: false });
  });
});

describe("positions", () => {
  it.each([
    ["7 00000001 0/16B3748", "7 00000001 0/16B3748", "holds"],
    ["7 00000001 1/00000000", "7 00000001 0/FFFFFFFF", "holds"],
    ["7 00000001 0/16B3747", "7 00000001 0/16B3748", "behind"],
    ["7 00000001 9/0", "7 00000001 10/0", "behind"],
    // the main server is another one now: what this one still has of the old line may never have been written
    ["7 00000001 0/FFFFFFFF", "7 00000002 0/16B3748", "behind"],
    ["7 00000001 ", "7 00000001 0/0", "behind"],
    ["8 00000001 0/16B3748", "7 00000001 0/16B3748", "foreign"],
    ["", "7 00000001 0/16B3748", "foreign"],
  ] as const)("%s beside %s: %s", (replica, held, expected) => {
    expect(compare(replica, held as Position)).toBe(expected);
  });
});
