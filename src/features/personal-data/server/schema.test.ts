import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_REACH } from "#platform/db/database.ts";
import { openWorld, type World } from "../../../../test/support/world.ts";
import { PERSONAL_COLUMNS, unclassified, type ColumnName } from "../model/columns.ts";
import { untold } from "../model/references.ts";
import { PROCESSING } from "../model/processing.ts";
import { columnsOf, referencesToPeople } from "./columns-of.ts";

describe("the lists of personal data and the schema", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const columns = () => world.program.database.within(NO_REACH, (tx) => columnsOf(tx));
  const references = () => world.program.database.within(NO_REACH, (tx) => referencesToPeople(tx));

  it("name every personal column, each with a category, and none that is not there", async () => {
    const all = await columns();
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((one) => one.isCommented).length).toBeGreaterThan(8);
    expect(unclassified(all)).toEqual([]);
  });

  it("give every personal column a purpose in the register", () => {
    const purposed = new Set(PROCESSING.flatMap((one) => one.columns));
    expect(Object.keys(PERSONAL_COLUMNS).filter((name) => !purposed.has(name as ColumnName))).toEqual([]);
  });

  it("tell every reference to a person in «Что о вас хранится», or say why not", async () => {
    const all = await references();
    expect(all.length).toBeGreaterThan(25);
    expect(untold(all)).toEqual([]);
  });

  it("see a column that is added: commented, looking personal, or naming a person", async () => {
    await world.rows(
      `create table pet (id uuid, nickname text, birth_date date, walked_by uuid, keeper_id uuid references person (id));
       comment on column pet.nickname is 'personal'`,
    );
    const said = unclassified(await columns());
    expect(said).toHaveLength(2);
    expect(said.join("\n")).toMatch(/^pet\.nickname is commented[^]*^pet\.birth_date looks personal/m);
    expect(untold(await references()).map((line) => line.split(" ")[0])).toEqual(["pet.keeper_id", "pet.walked_by"]);
    await world.rows("drop table pet");
  });

  it("see a comment that is taken away", async () => {
    await world.rows("comment on column person.phone is null");
    expect(unclassified(await columns())).toEqual([expect.stringMatching(/^person\.phone is in the list/)]);
    await world.rows("comment on column person.phone is 'personal'");
  });
});
