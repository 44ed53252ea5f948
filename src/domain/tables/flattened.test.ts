import { describe, expect, it } from "vitest";
import { document } from "../../../test/support/grid-builder.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

const HEADER = ["Мероприятия", "Результат", "Документ", "Сроки", "Ответственный"];
const page = (...lines: readonly string[]) => document(...lines.flatMap((line) => [line, ""]));

describe("a table with a paragraph for every cell", () => {
  const grids = page(
    "Портал учителя",
    "Карта чтения",
    "на 2026 год",
    "Шаг № 1. Подготовка",
    ...HEADER,
    "1.1",
    "Опрос читателей",
    "Проведён опрос читателей",
    "Справка",
    "Май, 2026",
    "Центр, директор школы",
    "1.2",
    "Сбор книг",
    "Собраны книги для школ",
    "Приказ о сборе",
    "Акт передачи",
    "Июнь, 2026",
    "Директор школы",
    "\u00A0",
    "Шаг № 2. Работа",
    "2.1 Кружки чтения,",
    "открытые для соседних школ",
    ...HEADER,
    "2.1.1",
    "Показ работ",
    "Показаны работы",
    "Протокол",
    "ежегодно",
    "Руководитель кружка",
    "Скачать материал",
    "Просмотрено: 0",
  );
  const { reading, grids: rebuilt } = understand(grids);
  const [read] = reading.tables;

  it("is put back with its steps and records", () => {
    expect(read?.columns).toEqual(["", ...HEADER]);
    expect(
      measuresOf(read!).map(({ path, measure }) => [
        path.at(-1)?.title,
        measure.number,
        measure.title,
        measure.term,
        measure.responsible,
      ]),
    ).toEqual([
      ["Подготовка", "1.1", "Опрос читателей", "Май, 2026", "Центр, директор школы"],
      ["Подготовка", "1.2", "Сбор книг", "Июнь, 2026", "Директор школы"],
      ["Кружки чтения, открытые для соседних школ", "2.1.1", "Показ работ", "ежегодно", "Руководитель кружка"],
    ]);
  });

  it("fits a cell of two paragraphs by what the other records hold, and asks", () => {
    expect(measuresOf(read!)[1]?.measure).toMatchObject({
      result: "Собраны книги для школ",
      reportDocument: "Приказ о сборе Акт передачи",
    });
    expect(reading.doubts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["flattened-table", "flattened-row"]),
    );
  });

  it("is read the same a second time from the grids that are kept", () => {
    expect(understand(rebuilt)).toEqual({ grids: rebuilt, reading });
  });

  it("keeps what stands around it, and gives addresses into the table put back", () => {
    expect(reading.texts.flatMap(({ paragraphs, heading }) => [heading, ...paragraphs])).toContain("Скачать материал");
    const cell = measuresOf(read!)[0]?.measure.cells["term"]?.[0];
    const block = rebuilt.blocks.find((one) => one.kind === "table");
    expect(
      block?.kind === "table" && block.cells.find(({ row, col }) => row === cell?.row && col === cell.col)?.paragraphs,
    ).toEqual(["Май, 2026"]);
  });
});

it.each([
  ["names of columns without records", page("Текст", ...HEADER, "Дальше идёт рассказ о чтении.")],
  ["numbers without names of columns", page("1", "Опрос", "2", "Сбор")],
])("%s are left as text", (_name, grids) => {
  expect(understand(grids).reading.tables).toEqual([]);
  expect(understand(grids).grids).toEqual(grids);
});

describe("a list of works without terms beside a plan that has them", () => {
  const WORKS = ["Мероприятия", "Результат", "Ответственный"];
  const works = ["Этап второй", ...WORKS, "1", "Опрос школ", "Справка", "УО", "2", "Выбор площадок", "Приказ", "УО"];
  const plan = [
    "План чтения",
    ...HEADER,
    "1",
    "Показ",
    "Показ",
    "Акт",
    "май 2026",
    "УО",
    "2",
    "Сбор",
    "Книги",
    "Акт",
    "июнь 2026",
    "УО",
  ];

  it("is part of the description around it, and that is asked", () => {
    const { reading } = understand(page(...works, "Этап третий", "Далее идёт описание.", ...plan));
    expect(reading.tables.map(({ kind }) => kind)).toEqual(["nested", "plan"]);
    expect(reading.doubts.filter(({ kind }) => kind === "uncertain-kind").map(({ where }) => where.address)).toEqual([
      { table: 0, row: 0, col: 0 },
    ]);
  });

  it("is the plan where the page has no other, and where a person says so", () => {
    expect(understand(page(...works)).reading.tables.map(({ kind }) => kind)).toEqual(["plan"]);
    const told = understand(page(...works, "Этап третий", ...plan), [{ table: 0, kind: "plan" }]);
    expect(told.reading.tables.map(({ kind }) => kind)).toEqual(["plan", "plan"]);
  });
});

describe("records without numbers", () => {
  const HEAD = ["Мероприятие", "Сроки", "Ответственный"];
  const lines = [
    "План чтения",
    ...HEAD,
    "Работа с учителями",
    "Опрос учителей",
    "Май 2026",
    "Центр чтения",
    "1.2. Показ уроков",
    "до 1 июня",
    "Директора школ",
    "Работа со школами",
    "Сбор книг",
    "для малых школ",
    "ежегодно",
    "УО, МЦ",
    "Далее идёт рассказ о чтении.",
  ];
  const read = (all: readonly string[]) => understand(page(...all)).reading;

  it("are told by their terms and names", () => {
    const { tables, doubts, texts } = read(lines);
    expect(
      measuresOf(tables[0]!).map(({ path, measure }) => [
        path.at(-1)?.title,
        measure.title,
        measure.term,
        measure.responsible,
      ]),
    ).toEqual([
      ["Работа с учителями", "Опрос учителей", "Май 2026", "Центр чтения"],
      ["Работа с учителями", "Показ уроков", "до 1 июня", "Директора школ"],
      ["Работа со школами", "Сбор книг для малых школ", "ежегодно", "УО, МЦ"],
    ]);
    expect(doubts.filter(({ kind }) => kind === "flattened-row")).toHaveLength(1);
    expect(texts.flatMap(({ paragraphs }) => paragraphs)).toContain("Далее идёт рассказ о чтении.");
  });

  it("are left as text where nothing under the names of columns is a term", () => {
    expect(read([...HEAD, "Школа", "Книга", "Дом", "Сад", "Лес", "Река"]).tables).toEqual([]);
  });
});

describe("numbered lines over rows without numbers", () => {
  const HEAD = ["№", "Мероприятие", "Сроки", "Ответственный"];
  const { reading } = understand(
    page(
      ...HEAD,
      "Направление: чтение",
      "1.1.",
      "Работа с учителями",
      "Опрос учителей",
      "Ежегодно:",
      "август",
      "Центр чтения",
      "Показ уроков",
      "май 2026",
      "Директора школ",
      "1.2.",
      "Работа со школами",
      "Сбор книг",
      "июнь 2026",
      "УО",
      "Выставка книг",
      "июль 2026",
      "УО",
      "2.1.",
      "Итоги чтения",
      "Ежегодно:",
      "В течение всего периода",
      "Директор центра",
      "Далее идёт рассказ.",
    ),
  );

  it("are sections of those rows, and rows of more paragraphs are asked about", () => {
    expect(
      measuresOf(reading.tables[0]!).map(({ path, measure }) => [
        path.at(-1)?.title,
        measure.title,
        measure.term,
        measure.responsible,
      ]),
    ).toEqual([
      ["Работа с учителями", "Опрос учителей", "Ежегодно: август", "Центр чтения"],
      ["Работа с учителями", "Показ уроков", "май 2026", "Директора школ"],
      ["Работа со школами", "Сбор книг", "июнь 2026", "УО"],
      ["Работа со школами", "Выставка книг", "июль 2026", "УО"],
      [expect.any(String), "Итоги чтения", "Ежегодно: В течение всего периода", "Директор центра"],
    ]);
    expect(reading.tables[0]!.sections[0]?.title).toBe("Направление: чтение");
    const asked = reading.doubts.flatMap(({ kind, where }) => (kind === "flattened-row" ? [where.address?.row] : []));
    expect(asked).toEqual(expect.arrayContaining([3, 8]));
  });
});
