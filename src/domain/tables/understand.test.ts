import { describe, expect, it } from "vitest";
import { document, heading, table } from "../../../test/support/grid-builder.ts";
import { doubtKinds, lines, only } from "../../../test/support/read-views.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

const over = (text: string, cols: number) => ({ text, cols });
const down = (text: string, rows: number) => ({ text, rows });

it("a matrix gives themes with instruments and terms by level", () => {
  const grids = document(
    table([
      [down("Темы", 2), over("Инструменты", 4)],
      ["Школа", "срок", "Район", "срок"],
      [
        { text: "Преемство:\n- в чтении" },
        { text: "Объединения:\nклуб,\nкружок.", marks: [null, "•", "•"] },
        "раз в месяц",
        { text: "Дни книги\nСмотр", rows: 2 },
        { text: "май\nежегодно", rows: 2 },
      ],
      ["- в письме", "Диктант.", "в марте"],
      [{ text: "Открытость:\n- клубы" }, "Встречи.", "постоянно", "Форум.", "осенью"],
    ]),
  );
  const read = only(grids);
  expect(read.kind).toBe("matrix");
  expect(lines(read)).toEqual(["Преемство: - - в чтении", "Преемство: - - в письме", "Открытость: - - клубы"]);
  const [first, second] = measuresOf(read).map(({ measure }) => measure.instruments);
  expect(first?.["Школа"]).toEqual({
    text: "Объединения: клуб, кружок.",
    intro: "Объединения:",
    items: ["клуб,", "кружок."],
    term: "раз в месяц",
  });
  expect(second?.["Район"]).toEqual({
    text: "Дни книги Смотр",
    intro: null,
    items: ["Дни книги", "Смотр"],
    term: "май ежегодно",
  });
  expect(doubtKinds(grids).filter((kind) => kind === "several-terms")).toHaveLength(1);
});

describe("tables that are no plans", () => {
  it.each([
    [
      "form",
      [
        ["Название", "Школа № 1"],
        ["Цель", "Читать больше"],
        ["Задачи", "Опрос и сбор"],
      ],
    ],
    [
      "indicators",
      [
        ["№", "Наименование показателя", "2025", "2026"],
        ["1", "Доля читателей", "50", "60"],
      ],
    ],
    [
      "reference",
      [
        ["", "Уровень района", "Уровень школы"],
        ["1.", "Рост числа читателей района", "Рост числа читателей школы"],
        ["2.", "Обмен", "Встречи"],
      ],
    ],
    ["layout", [["Согласовано", "Утверждаю"]]],
  ])("%s", (kind, rows) => {
    const read = only(document(table(rows)));
    expect(read.kind).toBe(kind);
    expect(read.sections).toEqual([]);
  });

  it("a plan inside a cell is read as nested, under the words of that cell", () => {
    const outer = table([["Цель", "Читать"], ["Задачи", "Опрос"], [{ text: "План первых шагов", cols: 2 }]]);
    const inner = {
      ...table([
        ["", "Мероприятия", "Результат", "Ответственный"],
        ["1", "Опрос", "Справка", "Центр"],
        ["2", "Сбор", "План", "Центр"],
      ]),
      parent: { table: 0, row: 2, col: 0 },
    };
    const { tables } = understand(document(outer, inner)).reading;
    expect(tables.map(({ kind, caption }) => [kind, caption])).toEqual([
      ["form", null],
      ["nested", "План первых шагов"],
    ]);
    expect(lines(tables[1]!)).toEqual([" 1 Опрос", " 2 Сбор"]);
  });
});

it("a document without tables gives its headings and lists, and says so", () => {
  const item = (text: string) => ({ kind: "paragraph", text, list: { marker: "•", depth: 0 } }) as const;
  const { reading } = understand(
    document(
      heading("Школа обязана:", 2),
      item("помогать соседям;"),
      item("вести журнал."),
      "",
      item("доля читателей;"),
      item("количество встреч."),
      heading("Этапы работы", 2),
      item("Первый этап. Знакомство."),
    ),
  );
  expect(reading.texts.map(({ kind, heading: title, items }) => [kind, title, items.length])).toEqual([
    ["duties", "Школа обязана:", 2],
    ["indicators", null, 2],
    ["stages", "Этапы работы", 1],
  ]);
  expect(reading.doubts.map(({ kind }) => kind)).toEqual(["no-tables", "list-without-heading"]);
});
