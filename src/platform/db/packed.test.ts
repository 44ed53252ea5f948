import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/support/world.ts";
import { NO_REACH } from "./database.ts";
import { packed, unpacked, type Packed } from "./packed.ts";

interface Thing {
  readonly name: string;
  readonly count: number;
  readonly day: string | null;
  readonly at: Date | null;
  readonly good: boolean;
}

describe("packed rows", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const columns = ["name", "count", "day", "at", "good"] as const;
  const THINGS = sql<Thing>`select * from (values
    ('«Ёлка», "кавычки" \\ и
строка', 2::bigint, '2026-09-01'::date, '2026-11-23 10:20:30.456+03'::timestamptz, true),
    ('', 0::bigint, null, null, false), ('а', -7::bigint, '1999-12-31'::date, '1999-12-31 23:59:59+00'::timestamptz, true)) as t (name, count, day, at, good)`;

  it("say what the rows themselves say, in their order", async () => {
    const { plain, inOne } = await world.program.database.within(NO_REACH, async (tx) => ({
      plain: (await THINGS.execute(tx)).rows,
      inOne: (
        await sql<{
          rows: Packed;
        }>`with things as materialized (${THINGS}) select ${packed("things", columns)} as rows`.execute(tx)
      ).rows[0]!,
    }));
    expect(plain).toHaveLength(3);
    expect(unpacked<Thing, (typeof columns)[number]>(inOne.rows, columns, ["at"])).toEqual(plain);
  });

  it("are no row where there is none", async () => {
    const { rows } = await world.program.database.within(NO_REACH, (tx) =>
      sql<{
        rows: Packed;
      }>`with none as (select 1 as name where false) select ${packed("none", ["name"])} as rows`.execute(tx),
    );
    expect(unpacked<Thing, "name">(rows[0]!.rows, ["name"], [])).toEqual([]);
  });
});
