import { describe, expect, it } from "vitest";
import { document, table } from "../../../test/support/grid-builder.ts";
import { HEADER, lines } from "../../../test/support/read-views.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

const unnamed = document(
  table([
    ["А", "Б", "В"],
    ["Опрос читателей", "май", "Центр"],
    ["Сбор книг по школам", "июнь", "Школа"],
  ]),
);

describe("what a person says of a table", () => {
  it("makes a plan of a table that says nothing by itself, without a further question about its columns", () => {
    expect(understand(unnamed).reading.tables[0]!.kind).toBe("reference");
    const { tables, doubts } = understand(unnamed, [
      { table: 0, kind: "plan", roles: { 0: { role: "title" }, 1: { role: "term" }, 2: { role: "responsible" } } },
    ]).reading;
    expect(tables[0]).toMatchObject({ kind: "plan", confidence: 1, columns: ["А", "Б", "В"] });
    expect(measuresOf(tables[0]!).map(({ measure }) => [measure.title, measure.term, measure.responsible])).toEqual([
      ["Опрос читателей", "май", "Центр"],
      ["Сбор книг по школам", "июнь", "Школа"],
    ]);
    expect(doubts.filter(({ kind }) => kind === "inferred-header" || kind === "uncertain-kind")).toEqual([]);
  });

  it("a plan without a chosen title takes the longest texts, and still asks", () => {
    const { tables, doubts } = understand(unnamed, [{ table: 0, kind: "plan" }]).reading;
    expect(lines(tables[0]!)).toEqual([" - Опрос читателей", " - Сбор книг по школам"]);
    expect(doubts.map(({ kind }) => kind)).toContain("inferred-header");
  });

  it("changes one column and leaves the others, the keys and the doubts where the rows stay", () => {
    const grids = document(
      table([HEADER, ["1", "Опрос", "май", "Центр", "Справка"], ["2", "Сбор", "июнь", "", "План"]]),
    );
    const before = understand(grids).reading;
    const after = understand(grids, [{ table: 0, roles: { 4: { role: "reportDocument" } } }]).reading;
    expect(after.tables[0]!.roles.map(({ role }) => role)).toEqual([
      "number",
      "title",
      "term",
      "responsible",
      "reportDocument",
    ]);
    expect(measuresOf(after.tables[0]!)[0]!.measure).toMatchObject({ result: null, reportDocument: "Справка" });
    expect(measuresOf(after.tables[0]!).map(({ measure }) => measure.key)).toEqual(
      measuresOf(before.tables[0]!).map(({ measure }) => measure.key),
    );
    expect(before.doubts.map(({ id }) => id)).toEqual(["empty-cell:t0r2c3:responsible"]);
    expect(after.doubts).toEqual(before.doubts);
  });

  it("a plan that is called a reference gives its rows as they stand", () => {
    const grids = document(table([HEADER, ["1", "Опрос", "май", "Центр", "Справка"]]));
    const { tables } = understand(grids, [{ table: 0, kind: "reference" }]).reading;
    expect(tables[0]).toMatchObject({ kind: "reference", sections: [], confidence: 1 });
    expect(tables[0]!.rows).toEqual([["1", "Опрос", "май", "Центр", "Справка"]]);
  });

  it("about a table that is not there changes nothing", () => {
    expect(understand(unnamed, [{ table: 7, kind: "plan", roles: { 9: { role: "title" } } }])).toEqual(
      understand(unnamed),
    );
  });

  it("is heard by the tables that follow without a header", () => {
    const { tables } = understand(document(...unnamed.blocks, table([["Показ", "июль", "Центр"]])), [
      { table: 0, roles: { 0: { role: "title" }, 1: { role: "term" }, 2: { role: "responsible" } } },
    ]).reading;
    expect(tables).toHaveLength(1);
    expect(lines(tables[0]!)).toEqual([" - Опрос читателей", " - Сбор книг по школам", " - Показ"]);
  });
});
