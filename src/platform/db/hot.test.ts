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
});
