import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx, p, tbl, tc, tr } from "../../../../test/support/docx-builder.ts";
import { suggestionOf } from "../../../../test/support/import-samples.ts";
import { addressOf, takeIn, viewOf, whole } from "../../../../test/support/import-steps.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import type { TableEdit } from "../model/table-edits.ts";

const PLAN = docx([
  p("План добрых дел", { level: 1 }),
  tbl([
    tr(["№", "Мероприятие", "Срок", "Ответственные", "Результат"]),
    tr([tc("1. Вместе", { span: 5 })]),
    tr(["1.1", "Собрать команду", "октябрь 2021, далее постоянно", "УО", "Приказ"]),
    tr(["1.2", tc([p("Провести:"), p("1) опрос;"), p("2) сбор книг")]), "май 2022", "УО", "Справка"]),
    tr(["1.3", "Итоги подводит совет", "", "", ""]),
  ]),
  p("Кто с кем встречается"),
  tbl([
    tr(["Школа", "Гость", "Месяц"]),
    tr(["Северная", "Поэт", "май 2022"]),
    tr(["Южная", "Лётчик", "июнь 2022"]),
    tr(["Восточная", "Врач", "июль 2022"]),
  ]),
]);

describe("a read document put right by hand", () => {
  let world: World;
  let territory: string;
  let school: string;
  let officer: Persona;
  let head: Persona;
  let foreigner: Persona;
  let id: string;
  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territory = await world.territory({ kind: "municipality", parentId: region });
    const other = await world.territory({ kind: "municipality", parentId: region });
    await world.organisation(territory, "authority");
    school = await world.organisation(territory, "school");
    officer = await world.person([{ role: "officer", territoryId: territory }]);
    head = await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]);
    foreigner = await world.person([{ role: "officer", territoryId: other }]);
    id = await takeIn(world, officer, territory, "план.docx", PLAN);
  });
  afterAll(() => world.close());

  const arrange = async (edits: readonly TableEdit[], person = officer, at?: number) =>
    person.call("POST", `${addressOf(territory, id)}/arrange`, {
      version: at ?? (await viewOf(officer, territory, id)).version,
      edits,
    });
  const row = (at: number, as: "join" | "out" | "measure"): TableEdit => ({ kind: "row", table: 0, row: at, as });

  it.each<[string, TableEdit, string]>([
    ["a table that is not there", { kind: "table", table: 7, as: "plan" }, "table-unknown"],
    ["a row of such a table", { kind: "row", table: 7, row: 0, as: "out" }, "table-unknown"],
    ["a row that is not there", { kind: "row", table: 0, row: 5, as: "out" }, "row-unknown"],
    [
      "a column that is not there",
      { kind: "columns", table: 0, columns: [{ column: 5, role: "term" }] },
      "column-unknown",
    ],
    [
      "a plan without its measures",
      {
        kind: "columns",
        table: 0,
        columns: [
          { column: 0, role: "number" },
          { column: 1, role: "other" },
        ],
      },
      "title-needed",
    ],
    ["the first row joined upwards", row(2, "join"), "nothing-above"],
    ["a line that is not in the cell", { kind: "part", table: 0, row: 3, cuts: [3] }, "nothing-to-part"],
    ["a section parted", { kind: "part", table: 0, row: 1, cuts: [1] }, "row-unknown"],
  ])("refuses %s", async (_, edit, code) => {
    const { status, body } = await arrange([edit]);
    expect([status, body.code]).toEqual([422, code]);
  });

  it("refuses a stale edit and shows what is kept; to others the document is not there", async () => {
    const { version } = await viewOf(officer, territory, id);
    const stale = await arrange([row(4, "out")], officer, version + 1);
    expect([stale.status, stale.body.code, stale.body.extra.stored.version]).toEqual([409, "stale-write", version]);
    for (const person of [head, foreigner]) expect((await arrange([row(4, "out")], person)).status).toBe(404);
    expect((await viewOf(officer, territory, id)).review!.edits).toEqual([]);
  });

  it("rows, columns and tables are changed and taken back step by step, answers stay", async () => {
    const before = await viewOf(officer, territory, id);
    const term = before.review!.doubts.find(({ topic }) => topic === "term")!;
    await officer.call("POST", `${addressOf(territory, id)}/decide`, {
      version: before.version,
      decisions: [suggestionOf(term)],
    });
    const parted = await arrange([{ kind: "part", table: 0, row: 3, cuts: [2] }, row(4, "out")]);
    expect(
      parted.body.review.rows.map(({ number, title }: { number: string; title: string }) => [number, title]),
    ).toEqual([
      ["1.1", "Собрать команду"],
      ["1.2.1", "Провести: опрос"],
      ["1.2.2", "Провести: сбор книг"],
    ]);
    const swapped = await arrange([
      {
        kind: "columns",
        table: 0,
        columns: [
          { column: 3, role: "result" },
          { column: 4, role: "responsible" },
        ],
      },
    ]);
    expect(swapped.body.review.rows[0]).toMatchObject({ result: "УО", number: "1.1" });
    expect(swapped.body.review.doubts.find((one: { id: string }) => one.id === term.id).answer).not.toBeNull();
    const paper = await officer.call("GET", `${addressOf(territory, id)}/document`);
    expect(paper.body.tables[0].columns.map(({ role }: { role: string }) => role)).toEqual([
      "number",
      "title",
      "term",
      "result",
      "responsible",
    ]);

    const undo = async () => {
      const { version } = await viewOf(officer, territory, id);
      return (await officer.call("POST", `${addressOf(territory, id)}/undo`, { version })).body.review;
    };
    expect((await undo()).rows[0]).toMatchObject({ result: "Приказ" });
    expect((await undo()).rows).toHaveLength(3);
    expect(await undo()).toEqual(before.review);
  });

  it("a table called a plan becomes a roadmap, and one called no plan does not", async () => {
    const others = async () =>
      (await officer.call("GET", `${addressOf(territory, id)}/document`)).body.others.map(
        ({ key, rows }: { key: number; rows: number }) => [key, rows],
      );
    expect(await others()).toEqual([[1, 3]]);
    const plan = await arrange([
      { kind: "table", table: 1, as: "plan" },
      {
        kind: "columns",
        table: 1,
        columns: [
          { column: 1, role: "title" },
          { column: 2, role: "term" },
        ],
      },
    ]);
    expect(plan.body.review.settings.tables).toEqual([0, 1]);
    expect(await others()).toEqual([]);
    await arrange([{ kind: "table", table: 0, as: "reference" }]);
    const programmeId = await whole(officer, territory, id);
    expect(
      await world.rows("select title, due_text from measure where programme_id = $1 order by ordinal", [programmeId]),
    ).toEqual([
      { title: "Поэт", due_text: "май 2022" },
      { title: "Лётчик", due_text: "июнь 2022" },
      { title: "Врач", due_text: "июль 2022" },
    ]);
    const late = await arrange([row(4, "out")]);
    expect([late.status, late.body.code]).toEqual([409, "import-approved"]);
  });
});
