import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GLOBAL_TABLES } from "../support/global-tables.ts";
import { hotPaths } from "../support/hot-paths.ts";
import { get, openProgressWorld, type ProgressWorld } from "../support/progress-world.ts";
import { heardDuring } from "../support/heard-statements.ts";
import { joinsWithoutTenant } from "../support/tenant-joins.ts";

let w: ProgressWorld;
beforeAll(async () => {
  w = await openProgressWorld(31);
});
afterAll(() => w.world.close());

const ask = <Row extends object>(text: string, values: unknown[] = []) => w.world.rows<Row>(text, values);
const tenantTables = async () =>
  (
    await ask<{ name: string }>(
      "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1",
    )
  )
    .map(({ name }) => name)
    .filter((name) => !GLOBAL_TABLES.includes(name));

describe("the tables of a territory can lie apart from those of another", () => {
  it("are all that are not listed as global, and each has a territory", async () => {
    const rows = await ask<{ name: string; own: boolean }>(
      `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territory_id' and a.attnotnull) as own
       from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    const names = rows.map(({ name }) => name);
    expect(GLOBAL_TABLES.filter((name) => !names.includes(name))).toEqual([]);
    expect(rows.filter(({ name, own }) => !own && !GLOBAL_TABLES.includes(name)).map(({ name }) => name)).toEqual([]);
    expect((await tenantTables()).length).toBeGreaterThan(30);
  });

  it("begin every primary and unique key with it", async () => {
    const rows = await ask<{ key: string; first: string; primary: boolean; table: string }>(
      `select c.relname as table, x.relname as key, i.indisprimary as primary, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
       left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname = any ($1)`,
      [await tenantTables()],
    );
    expect(rows.filter(({ first }) => first !== "territory_id").map(({ key }) => key)).toEqual([]);
    const keyed = new Set(rows.filter(({ primary }) => primary).map(({ table }) => table));
    expect((await tenantTables()).filter((name) => !keyed.has(name))).toEqual([]);
  });

  it("and every reference from one of them to another", async () => {
    const tables = await tenantTables();
    const rows = await ask<{ told: string; first: string; firstThere: string }>(
      `select c.relname || ': ' || pg_get_constraintdef(k.oid) as told, a.attname as first, b.attname as "firstThere"
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       join pg_attribute b on b.attrelid = t.oid and b.attnum = k.confkey[1]
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace and c.relname = any ($1) and t.relname = any ($1)`,
      [tables],
    );
    expect(rows.length).toBeGreaterThan(20);
    const wrong = rows.filter(({ first, firstThere }) => first !== "territory_id" || firstThere !== "territory_id");
    expect(wrong.map(({ told }) => told)).toEqual([]);
  });
});

describe("what is asked all day joins no territory with another", () => {
  it("in no statement of a home, a list, a figure or a report", async () => {
    const paths = hotPaths({ ...w, territoryId: w.town, ...w.given, organisationId: w.schools[0]! });
    const heard = await heardDuring(async () => {
      for (const [name, path] of paths) await get(w.personas[name], path);
    });
    const statements = [...new Set(heard.map(({ text }) => text))];
    expect(statements.length).toBeGreaterThan(paths.length);
    const tables = await tenantTables();
    expect(statements.some((text) => /join "?measure"?/.test(text))).toBe(true);
    expect(joinsWithoutTenant(statements, tables)).toEqual([]);
  });

  it.each([
    [`select from "obligation" as "o" left join "measure" as "m" on "m"."id" = "o"."measure_id" where true`, 1],
    [`select from obligation o join measure m on m.territory_id = o.territory_id and m.id = o.measure_id`, 0],
    [`select from obligation o join measure m using (territory_id, id)`, 0],
    [`select from obligation o join organisation g on g.id = o.bearer_organisation_id`, 0],
    [`select from obligation o, measure m where m.id = o.measure_id`, 1],
  ])("%s: %i", (text, many) => {
    expect(joinsWithoutTenant([text], ["obligation", "measure"])).toHaveLength(many);
  });
});
