import { describe, expect, it } from "vitest";
import { document, table } from "../../../test/support/grid-builder.ts";
import type { Doubt, DoubtKind } from "./reading.ts";
import { understand } from "./understand.ts";

const HEADER = ["№", "Мероприятие", "Срок", "Ответственный", "Результат", "Всего", "2025", "2026"];
const ROWS = [
  ["1", "Опрос читателей", "май", "Центр", "Справка", "2", "1", "1"],
  ["2", "Сбор книг", "июнь", "УО", "Акт передачи", "6", "3", "3"],
  ["3", "Показ работ", "июль", "школы", "Выставка", "4", "4", "4"],
];

/** The doubts that appear when one cell of a faultless plan is changed: row and column from 0, header not counted. */
function doubtsOf(row: number, col: number, text: string): readonly Doubt[] {
  const changed = ROWS.map((cells, at) => cells.map((one, nth) => (at === row && nth === col ? text : one)));
  return understand(document(table([HEADER, ...changed]))).reading.doubts;
}

it("a faultless plan raises none", () => {
  expect(doubtsOf(0, 0, "1")).toEqual([]);
});

describe("one doubt, at its cell, when", () => {
  const CASES: readonly (readonly [string, DoubtKind, number, number, string])[] = [
    ["a term is missing", "empty-cell", 1, 2, ""],
    ["a result is missing", "empty-cell", 2, 4, ""],
    ["a cell holds a dot only", "mark-only", 1, 4, "."],
    ["a number is printed twice", "number-duplicate", 1, 0, "1"],
    ["a number is left out", "number-gap", 2, 0, "5"],
    ["a code has Latin letters", "latin-letters", 1, 3, "УO"],
    ["a text is cut off", "cut-text", 0, 4, "Справка об итогах опроса и перечень новых учебных"],
    ["a value holds several numbers", "several-values", 0, 5, "1; 10"],
    ["a total is neither the sum nor each year", "plan-total", 1, 5, "7"],
  ];
  it.each(CASES)("%s", (_name, kind, row, col, text) => {
    const found = doubtsOf(row, col, text).filter((one) => one.kind === kind);
    expect(found).toHaveLength(1);
    expect(found[0]?.where).toMatchObject({ address: { table: 0, row: row + 1, col } });
    expect(found[0]?.text).toMatch(/^[А-ЯЁ].*[.»]$/u);
  });
});

it("a long result printed under itself is noted, a merged one is not", () => {
  const result = "Методические материалы для учителей начальной школы";
  const rows = ROWS.map((cells) => cells.map((one, nth) => (nth === 4 ? result : one)));
  const merged = [
    ROWS[0]!.map((one, nth) => (nth === 4 ? { text: result, rows: 3 } : one)),
    ...ROWS.slice(1).map((cells) => cells.filter((_, nth) => nth !== 4)),
  ];
  const repeats = (body: Parameters<typeof table>[0]): number =>
    understand(document(table([HEADER, ...body]))).reading.doubts.filter(({ kind }) => kind === "result-repeats")
      .length;
  expect(repeats(rows)).toBe(2);
  expect(repeats(merged)).toBe(0);
});

it.each([
  [
    "a paragraph",
    "Методические материалы для учителей начальной школы, собранные по итогам года и изданные для всех школ района",
    1,
  ],
  ["a phrase", "Методические материалы для учителей начальной школы", 0],
])("of texts printed again two rows below only a long one is noted: %s", (_name, result, noted) => {
  const rows = ROWS.map((cells, at) => cells.map((one, nth) => (nth === 4 && at !== 1 ? result : one)));
  const { doubts } = understand(document(table([HEADER, ...rows]))).reading;
  expect(doubts.filter(({ kind }) => kind === "result-repeats")).toHaveLength(noted);
});

it("a missing term may be taken from the row above", () => {
  const doubt = doubtsOf(1, 2, "").find(({ kind }) => kind === "empty-cell");
  expect(doubt?.options?.map(({ key, value }) => [key, value])).toEqual([
    ["leave", null],
    ["above", "май"],
  ]);
});

it("a row of a number alone makes no measure, and is said", () => {
  const { reading } = understand(document(table([HEADER, ...ROWS, ["4", "", "", "", "", "", "", ""]])));
  expect(reading.doubts.map(({ kind }) => kind)).toEqual(["empty-row"]);
});

it("the Latin letters of a code stay as printed beside the suggestion", () => {
  expect(doubtsOf(1, 3, "УO")).toMatchObject([{ weight: "note", suggestion: "УО", where: { field: "responsible" } }]);
});
