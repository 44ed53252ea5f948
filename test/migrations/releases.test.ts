import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "#platform/db/migrate.ts";
import { fillTables } from "./fill-tables.ts";
import { lost, readRows } from "./rows-kept.ts";
import { asking, dropDatabase, makeDatabase, MIGRATIONS, withRelease } from "./scratch.ts";
import { randomOf } from "./value-for.ts";

/** The first release that towns worked with; every one of them with MIGRATIONS=all. */
const USUAL = [10];

/** Tables that hold rows only of the program's own making, or whose checks bind several columns of raw bytes. */
const NOT_FILLED = new Set(["journal_sealer", "journal_seal"]);

describe("data of an earlier release", async () => {
  const all = await MIGRATIONS();
  const wanted = process.env["MIGRATIONS"] === "all" ? all.map((_, at) => at + 1) : USUAL;
  const releases = wanted;
  const made: string[] = [];
  let migrated = 0;
  afterAll(async () => {
    for (const name of made) await dropDatabase(name);
    if (process.env["MIGRATIONS"] === "all")
      console.log(`releases brought to this one: ${migrated} of ${releases.length}`);
  });

  it.each(releases.map((count) => [count, all[count - 1]!] as const))(
    "after %i migrations (%s) is all there in this one",
    async (count) => {
      const { name, url } = await makeDatabase();
      made.push(name);
      await withRelease(count, (folder) => migrate(url, folder));
      const before = await asking(url, async (client) => {
        await client.query("begin");
        const empty = await fillTables(client, randomOf(count));
        await client.query("commit");
        expect(empty.filter((table) => !NOT_FILLED.has(table))).toEqual([]);
        return readRows(client);
      });
      expect(await migrate(url, "migrations")).toEqual(all.slice(count));
      const after = await asking(url, (client) => readRows(client, before));
      expect(lost(before, after)).toEqual([]);
      migrated += 1;
    },
  );
});
