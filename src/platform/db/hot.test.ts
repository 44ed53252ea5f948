import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/support/world.ts";
import { NO_REACH } from "./database.ts";
import { hot } from "./hot.ts";

describe("a statement made once", () => {
  let world: World;
  let made: string[];
  beforeAll(async () => {
    world = await openWorld();
    for (const name of ["Заречный", "Лесной", "Луговой"]) await world.territory({ kind: "region", name });
  });
  afterAll(() => world.close());

  const named = hot<{ from: string; to: string | undefined }, { name: string }>((tx, { from, to }, order) => {
    made.push(order);
    let rows = tx.selectFrom("territory").select("name").where("name", ">=", from);
    if (to) rows = rows.where("name", "<=", to);
    return rows.orderBy("name", order === "back" ? "desc" : "asc");
  });
  const ask = (values: Parameters<typeof named>[1], order?: string) =>
    world.program.database.within(NO_REACH, async (tx) => (await named(tx, values, order)).map(({ name }) => name), {
      readOnly: true,
    });

  it("answers each asking by its own values, of whatever set of them and shape", async () => {
    made = [];
    expect(await ask({ from: "З", to: undefined })).toEqual(["Заречный", "Лесной", "Луговой"]);
    expect(await ask({ from: "Лу", to: undefined })).toEqual(["Луговой"]);
    expect(await ask({ from: "З", to: "Лес" })).toEqual(["Заречный"]);
    expect(await ask({ from: "Л", to: "М" })).toEqual(["Лесной", "Луговой"]);
    expect(await ask({ from: "Л", to: "М" }, "back")).toEqual(["Луговой", "Лесной"]);
    expect(await ask({ from: "З", to: "Лес" }, "back")).toEqual(["Заречный"]);
    expect(made).toEqual(["", "", "back"]);
  });

  it("has a text for each length of a list", async () => {
    let lengths = 0;
    const among = hot<{ names: readonly string[] }, { name: string }>((tx, { names }) => {
      lengths += 1;
      return tx.selectFrom("territory").select("name").where("name", "in", names).orderBy("name");
    });
    const found = (...names: string[]) =>
      world.program.database.within(NO_REACH, async (tx) => (await among(tx, { names })).map(({ name }) => name));
    expect(await found("Лесной")).toEqual(["Лесной"]);
    expect(await found("Луговой", "Заречный")).toEqual(["Заречный", "Луговой"]);
    expect(await found("Заречный")).toEqual(["Заречный"]);
    expect(await found("Лесной", "никакой")).toEqual(["Лесной"]);
    expect(lengths).toBe(2);
  });

  it("has the values of each row of a list, and keeps no text of very many", async () => {
    let built = 0;
    interface Row {
      readonly name: string;
      readonly floor: number | null;
    }
    const given = hot<{ rows: readonly Row[]; house: { readonly number: number } }, Row & { number: number }>(
      (_tx, { rows, house }) => {
        built += 1;
        const told = rows.map(({ name, floor }) => sql`(${name}::text, ${floor}::int)`);
        return sql`select name, floor, ${house.number}::int as number from (values ${sql.join(told)}) t (name, floor)`;
      },
    );
    const answered = (rows: readonly Row[], number: number) =>
      world.program.database.within(NO_REACH, (tx) => given(tx, { rows, house: { number } }));
    const [attic, cellar] = [
      { name: "чердак", floor: 3 },
      { name: "подвал", floor: null },
    ];
    expect(await answered([attic, cellar], 7)).toEqual([
      { ...attic, number: 7 },
      { ...cellar, number: 7 },
    ]);
    expect(await answered([cellar, attic], 8)).toEqual([
      { ...cellar, number: 8 },
      { ...attic, number: 8 },
    ]);
    expect(built).toBe(1);
    const many = Array.from({ length: 150 }, () => attic);
    expect(await answered(many, 1)).toHaveLength(150);
    expect(await answered(many, 1)).toHaveLength(150);
    expect(built).toBe(3);
  });
});
