import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "#platform/db/migrate.ts";
import { fillTables } from "./fill-tables.ts";
import { lost, readRows } from "./rows-kept.ts";
import {
  asking,
  dropDatabase,
  givenPlainOwner,
  isSuperuser,
  makeDatabase,
  MIGRATIONS,
  withRelease,
} from "./scratch.ts";
import { randomOf } from "./value-for.ts";

/** The first release that towns worked with, and the last before rows behind walls were changed; every one of them with MIGRATIONS=all. */
const WHOLE = process.env["MIGRATIONS"] === "all";
const USUAL = { superuser: [10], plain: [5] };

/** Tables that hold rows only of the program's own making, or whose checks bind several columns of raw bytes. */
const NOT_FILLED = new Set(["journal_sealer", "journal_seal"]);

describe("data of an earlier release", async () => {
  const all = await MIGRATIONS();
  const superuser = await isSuperuser();
  const every = all.map((_, at) => at + 1);
  const made: string[] = [];
  let migrated = 0;
  afterAll(async () => {
    for (const name of made) await dropDatabase(name);
    if (WHOLE) console.log(`releases brought to this one: ${migrated} of ${every.length * 2}`);
  });
  const named = (counts: readonly number[]) => counts.map((count) => [count, all[count - 1]!] as const);

  /** `own` is the program's address, `url` that of whoever sees past the walls. */
  const bring = async (count: number, own: string, url: string) => {
    await withRelease(count, (folder) => migrate(own, folder));
    const before = await asking(url, async (client) => {
      await client.query("begin");
      const empty = await fillTables(client, randomOf(count));
      await client.query("commit");
      expect(empty.filter((table) => !NOT_FILLED.has(table))).toEqual([]);
      return readRows(client);
    });
    const applied = await migrate(own, "migrations");
    const after = await asking(url, (client) => readRows(client, before));
    migrated += 1;
    return [applied, lost(before, after)];
  };

  it.each(named(WHOLE ? every : USUAL.superuser))(
    "after %i migrations (%s) is all there in this one",
    async (count) => {
      const { name, url } = await makeDatabase();
      made.push(name);
      expect(await bring(count, url, url)).toEqual([all.slice(count), []]);
    },
  );

  it.skipIf(!superuser).each(named(WHOLE ? every : USUAL.plain))(
    "after %i migrations (%s) is all there where the owner is no superuser, and the walls stand",
    async (count) => {
      const { name, url } = await makeDatabase();
      made.push(name);
      expect(await bring(count, await givenPlainOwner(name), url)).toEqual([all.slice(count), []]);
      const open = await asking(url, (client) =>
        client.query<{ relname: string }>(
          "select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity order by 1",
        ),
      );
      // what is of no one territory is open to the owner
      expect(open.rows.map(({ relname }) => relname)).toEqual(["account", "organisation", "person", "territory"]);
    },
  );
});
