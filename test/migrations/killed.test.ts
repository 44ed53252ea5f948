import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "#platform/db/migrate.ts";
import { fillTables } from "./fill-tables.ts";
import { removeTrap, schemaOf, setTrap, trapped } from "./kill-statement.ts";
import { lost, readRows } from "./rows-kept.ts";
import { asking, dropDatabase, isSuperuser, makeDatabase, MIGRATIONS, withRelease } from "./scratch.ts";
import { randomOf } from "./value-for.ts";

/** Of every migration each statement with MIGRATIONS=all; usually of one that changes rows and keys, the note that it was done among them. */
const WHOLE = process.env["MIGRATIONS"] === "all";
const USUAL = /reported-years/;

describe("a migration whose database process is killed", async () => {
  const all = await MIGRATIONS();
  const superuser = await isSuperuser();
  const chosen = all.map((name, at) => [name, at] as const).filter(([name]) => WHOLE || USUAL.test(name));
  const made: string[] = [];
  let kills = 0;
  afterAll(async () => {
    for (const name of made) await dropDatabase(name);
    if (WHOLE) console.log(`kills inside ${chosen.length} migrations: ${kills}, all finished by the next start`);
  });

  it.skipIf(!superuser).each(chosen)(
    "inside %s leaves the release before it, and the next start finishes",
    async (name, before) => {
      const { name: database, url } = await makeDatabase();
      made.push(database);
      if (before > 0) await withRelease(before, (folder) => migrate(url, folder));
      else
        await asking(url, (client) =>
          client.query(
            "create table migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
          ),
        );
      const [schema, rows] = await asking(url, async (client) => {
        await client.query("begin");
        await fillTables(client, randomOf(before));
        await client.query("commit");
        const stood = [await schemaOf(client), await readRows(client)] as const;
        await setTrap(client);
        return stood;
      });
      await withRelease(before + 1, async (folder) => {
        for (let at = 1; ; at += WHOLE || at < 8 ? 1 : 13) {
          const finished = await migrate(trapped(url, at), folder).then(
            () => true,
            () => false,
          );
          if (finished) break;
          kills += 1;
          expect(await asking(url, schemaOf)).toBe(schema);
        }
      });
      await asking(url, async (client) => {
        await removeTrap(client);
        expect(lost(rows, await readRows(client, rows))).toEqual([]);
        expect(await schemaOf(client)).toContain(`migrated ${name}`);
      });
      expect(await migrate(url, "migrations")).toEqual(all.slice(before + 1));
      expect(await asking(url, schemaOf)).toBe(await newSchema());
    },
    WHOLE ? 900_000 : 60_000,
  );

  let known: string | undefined;
  async function newSchema(): Promise<string> {
    if (known) return known;
    const { name, url } = await makeDatabase();
    made.push(name);
    await migrate(url, "migrations");
    known = await asking(url, schemaOf);
    return known;
  }
});
