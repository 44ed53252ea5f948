import { describe, expect, it } from "vitest";
import { document, table, type CellSketch } from "../../../test/support/grid-builder.ts";
import type { TableBlock } from "#shared/document-grids.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Ответственный", "Результат"];
type Rows = readonly (readonly (string | CellSketch)[])[];

const ofText = (rows: Rows): TableBlock => ({ ...table(rows), unmerged: true });
const read = (block: TableBlock) => understand(document(block)).reading;
const fieldsOf = (block: TableBlock) =>
  measuresOf(read(block).tables[0]!).map(({ measure }) => [measure.term, measure.responsible, measure.result]);
const FULL = ["май 2026", "УО", "Справка"];

describe("a row of a text with nothing beside its title", () => {
  const rows: Rows = [
    HEAD,
    ["1", "Опрос читателей", ...FULL],
    ["2", "Сбор книг", "", "", ""],
    ["3", "Показ работ", "июнь 2026", "МЦ", "Протокол"],
  ];

  it("is read as the row above, and each field is asked about", () => {
    expect(fieldsOf(ofText(rows))).toEqual([FULL, FULL, ["июнь 2026", "МЦ", "Протокол"]]);
    const asked = read(ofText(rows)).doubts.filter(({ kind }) => kind === "empty-cell");
    expect(asked.map(({ where, suggestion }) => [where.measure, where.address?.col, where.field, suggestion])).toEqual([
      ["t0r2", 2, "term", "above"],
      ["t0r2", 3, "responsible", "above"],
      ["t0r2", 4, "result", "above"],
    ]);
    expect(asked[0]?.options?.map(({ key, value }) => [key, value])).toEqual([
      ["above", "май 2026"],
      ["leave", ""],
    ]);
  });

  it.each([
    ["in a file that shows merged cells", table(rows)],
    [
      "where one of its cells is filled",
      ofText([HEAD, ["1", "Опрос", ...FULL], ["2", "Сбор книг", "", "МЦ", ""], ["3", "Показ", ...FULL]]),
    ],
    [
      "where a section begins between the two",
      ofText([
        HEAD,
        ["1", "Опрос", ...FULL],
        [{ text: "Раздел 2. Работа", cols: 5 }],
        ["2", "Сбор книг", "", "", ""],
        ["3", "Показ", ...FULL],
      ]),
    ],
  ])("stays as printed %s", (_name, block) => {
    expect(fieldsOf(block)[1]?.[0]).toBe(null);
  });
});

it("an empty level of a matrix is the one above within its group, and one line of the programme", () => {
  const matrix = ofText([
    ["Тема", "ОО", "срок", "ТО", "срок"],
    ["Связь:\n- в чтении", "Кружок", "май", "Абонемент", "весь год"],
    ["- в письме", "Клуб", "июнь", "", ""],
    ["Среда:\n- двор", "Сад", "июль", "", ""],
  ]);
  const { tables, doubts } = read(matrix);
  const levels = measuresOf(tables[0]!).map(({ measure }) => [measure.instruments?.["ТО"]?.text, measure.cells["ТО"]]);
  expect(levels[1]).toEqual(levels[0]);
  expect(levels[2]?.[0]).toBeUndefined();
  expect(doubts.filter(({ kind }) => kind === "empty-cell").map(({ where }) => where.field)).toEqual(["ТО", "ТО term"]);
});
