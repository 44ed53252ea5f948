import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { openWorld, type World } from "../../../test/support/world.ts";
import { NO_REACH, openDatabase, type Database } from "./database.ts";

describe("a transaction", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const seenTwice = async (readOnly: boolean) => {
    const id = await world.territory({ kind: "region" });
    const { database } = world.program;
    return database.within(
      { ...NO_REACH, reads: [id], writes: [id] },
      async (tx) => {
        const look = () => tx.selectFrom("territory").select("version").where("id", "=", id).executeTakeFirstOrThrow();
        const before = await look();
        await database.pool.query("update territory set version = version + 1 where id = $1", [id]);
        return [before.version, (await look()).version];
      },
      { readOnly },
    );
  };

  it("that reads sees one instant, whatever is committed meanwhile", async () => {
    const [before, after] = await seenTwice(true);
    expect(after).toBe(before);
  });

  it("that writes sees what was committed before each of its statements", async () => {
    const [before, after] = await seenTwice(false);
    expect(after).toBe(before! + 1);
  });

  it.each([true, false])(
    "plans its statements once a connection where that is asked, and none of the next, reading: %s",
    async (readOnly) => {
      const mode = (planOnce?: true) =>
        world.program.database.within(
          NO_REACH,
          async (tx) =>
            (await sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`.execute(tx)).rows[0]!.mode,
          { readOnly, planOnce },
        );
      expect([await mode(true), await mode(), await mode(true)]).toEqual([
        "force_generic_plan",
        "auto",
        "force_generic_plan",
      ]);
    },
  );
});

describe("a transaction that is over", () => {
  it("answers nothing more: it would be asked with the rights of the owner", async () => {
    const world = await openWorld();
    let late: Promise<unknown> | undefined;
    const failed = world.program.database.within(NO_REACH, async (tx) => {
      const ask = () => sql`select current_user`.execute(tx);
      const first = sql`select nothing_of_the_kind()`.execute(tx);
      // whoever asks several things at once may still be asking when one of them has failed
      late = first.catch(() => new Promise((done) => setTimeout(done, 50))).then(ask);
      late.catch(() => {});
      await Promise.all([first, late]);
    });
    await expect(failed).rejects.toThrow(/nothing_of/);
    await expect(late).rejects.toThrow(/over/);
    await world.close();
  });

  it("does not hand work out where the reach is no reach", async () => {
    const { program, close } = await openWorld();
    let worked = false;
    const wrong = program.database.within({ ...NO_REACH, reads: ["', true"] }, async () => (worked = true));
    await expect(wrong).rejects.toThrow(TypeError);
    expect(worked).toBe(false);
    await close();
  });
});

describe("a crowd that has all connections", () => {
  it("keeps neither heartbeats nor seals from theirs, and the program says that it serves", async () => {
    const world = await openWorld();
    const { database } = world.program;
    let leave = () => {};
    const left = new Promise<void>((done) => (leave = done));
    const crowd = Array.from({ length: 40 }, () => database.within(NO_REACH, () => left));
    await expect.poll(() => database.pool.waitingCount).toBeGreaterThan(0);
    await world.program.sealing.now();
    expect((await world.public.call("GET", "/api/ready")).body.checks).toMatchObject({ database: true, jobs: true });
    expect(database.pool.waitingCount).toBeGreaterThan(0);
    leave();
    await Promise.all(crowd);
    await world.close();
  });
});

describe("statements of a connection", () => {
  const keptBy = async (pooled: boolean) => {
    // asked of the server itself: a pooler would mix the connections up
    const database = openDatabase(inject("directTemplateUrl"), { pooled });
    try {
      const kept = () =>
        database.within(NO_REACH, async (tx) => {
          for (let turn = 0; turn < 3; turn += 1) await sql`select ${turn}::int as turn`.execute(tx);
          const { rows } = await sql<{
            kept: number;
          }>`select count(*)::int as kept from pg_prepared_statements`.execute(tx);
          return rows[0]!.kept;
        });
      return await kept();
    } finally {
      await database.close();
    }
  };

  it("are kept planned, and none is where a pooler gives each transaction another connection", async () => {
    expect(await keptBy(false)).toBe(1);
    expect(await keptBy(true)).toBe(0);
  });
});

describe("a reading that went well", () => {
  const openReadings = async (database: Database) =>
    (
      await database.pool.query<{ open: number }>(
        "select count(*)::int as open from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
      )
    ).rows[0]!.open;
  const opened = () => openDatabase(inject("directTemplateUrl"));
  const whoAsks = (database: Database) =>
    database.within(
      NO_REACH,
      async (tx) =>
        (await sql<{ who: string; begun: Date }>`select current_user as who, now() as begun`.execute(tx)).rows[0]!,
      {
        readOnly: true,
      },
    );

  it("is ended by the next on its connection, which is a transaction of its own", async () => {
    const database = opened();
    const first = await whoAsks(database);
    const second = await whoAsks(database);
    expect(second.who).toBe("orientir_app");
    expect(second.begun.getTime()).toBeGreaterThan(first.begun.getTime());
    await database.close();
  });

  it("is ended by itself where none comes, and nobody else asks within it meanwhile", async () => {
    const database = opened();
    await whoAsks(database);
    const { rows } = await database.pool.query<{ who: string }>("select current_user as who");
    expect(rows[0]!.who).not.toBe("orientir_app");
    await vi.waitFor(async () => expect(await openReadings(database)).toBe(0));
    await database.close();
  });

  it("gives its connection to those who wait for one", async () => {
    const database = opened();
    const asked = await Promise.all(Array.from({ length: 60 }, () => whoAsks(database)));
    expect(new Set(asked.map(({ who }) => who))).toEqual(new Set(["orientir_app"]));
    await database.close();
  });
});
