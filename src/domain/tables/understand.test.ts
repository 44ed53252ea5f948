import { describe, expect, it } from "vitest";
import { document, heading, table, type CellSketch } from "../../../test/support/grid-builder.ts";
import type { DocumentGrids } from "./document.ts";
import { measuresOf, type ReadTable } from "./reading.ts";
import { understand } from "./understand.ts";

type Row = readonly (string | CellSketch)[];
const HEADER: Row = ["№", "Мероприятие", "Срок", "Ответственный", "Результат"];
const over = (text: string, cols: number): CellSketch => ({ text, cols });
const down = (text: string, rows: number): CellSketch => ({ text, rows });

const only = (grids: DocumentGrids): ReadTable => understand(grids).reading.tables[0]!;
const lines = (read: ReadTable): string[] =>
  measuresOf(read).map(
    ({ path, measure }) =>
      `${path.map(({ number, title }) => number ?? title ?? "").join("/")} ${measure.number ?? "-"} ${measure.title}`,
  );
const kinds = (grids: DocumentGrids): string[] => understand(grids).reading.doubts.map(({ kind }) => kind);

describe("headers", () => {
  it("of two rows are joined, years become planned values, column numbers are left out", () => {
    const read = only(
      document(
        heading("Карта чтения на 2025 год"),
        table([
          [
            down("№ п/п", 2),
            down("Наименование мероприятия", 2),
            over("Результат мероприятия", 2),
            over("Срок, годы", 2),
            down("Исполнитель", 2),
          ],
          ["наименование", "плановое значение", "2025 г.", "2026 г."],
          ["1", "2", "3", "4", "5", "6", "7"],
          ["1.", "Опрос читателей", "Справка", "2", "1", "1", "Центр"],
        ]),
      ),
    );
    expect(read).toMatchObject({
      kind: "plan",
      caption: "Карта чтения на 2025 год",
      columnNumberRow: true,
      years: ["2025", "2026"],
    });
    expect(read.columns).toEqual([
      "№ п/п",
      "Наименование мероприятия",
      "Результат мероприятия / наименование",
      "Результат мероприятия / плановое значение",
      "Срок, годы / 2025 г.",
      "Срок, годы / 2026 г.",
      "Исполнитель",
    ]);
    expect(measuresOf(read)[0]?.measure).toMatchObject({
      number: "1",
      numberRaw: "1.",
      result: "Справка",
      plan: { total: "2", 2025: "1", 2026: "1" },
      responsible: "Центр",
      term: null,
    });
  });

  it("without merges are joined by the gaps they fill", () => {
    const read = only(
      document(
        table([
          ["№", "Мероприятие", "Результат", "", "Годы", "", "Исполнитель"],
          ["", "", "наименование", "план", "2025", "2026", ""],
          ["1", "Опрос", "Справка", "2", "1", "1", "Центр"],
        ]),
      ),
    );
    expect(read.columns[3]).toBe("Результат / план");
    expect(measuresOf(read)[0]?.measure).toMatchObject({
      title: "Опрос",
      result: "Справка",
      plan: { total: "2", 2025: "1" },
      responsible: "Центр",
    });
  });

  it("in the second row leave a banner over the table", () => {
    const read = only(
      document(table([[over("Содержание работы", 5)], HEADER, ["1", "Опрос", "май", "Центр", "Справка"]])),
    );
    expect(read.bannerRow).toBe("Содержание работы");
    expect(lines(read)).toEqual([" 1 Опрос"]);
  });

  it("repeated under every step are counted; the step over the first one is a section", () => {
    const read = only(
      document(
        table([
          [over("Шаг № 1. Подготовка", 5)],
          HEADER,
          ["1.1", "Опрос", "май", "Центр", "Справка"],
          [over("Шаг № 2. Работа", 5)],
          [over("2.1 Встречи", 5)],
          HEADER,
          ["2.1.1", "Сбор", "июнь", "Центр", "План"],
        ]),
      ),
    );
    expect(lines(read)).toEqual(["1 1.1 Опрос", "2/2.1 2.1.1 Сбор"]);
    expect(read).toMatchObject({ repeatedHeaderRows: 1, bannerRow: null });
    expect(read.sections[0]).toMatchObject({ label: "Шаг № 1.", title: "Подготовка" });
  });

  it("spanning a column of numbers name the column beside it", () => {
    const read = only(
      document(
        table([
          [over("Мероприятия", 2), "Срок", "Ответственный"],
          ["1.1", "Опрос", "май", "Центр"],
          ["1.2", "Сбор", "июнь", "Центр"],
        ]),
      ),
    );
    expect(read.columns).toEqual(["", "Мероприятия", "Срок", "Ответственный"]);
    expect(lines(read)).toEqual([" 1.1 Опрос", " 1.2 Сбор"]);
  });

  it("that are missing are inferred from content, with a doubt", () => {
    const grids = document(
      table([
        ["1", "Опрос читателей всех школ", "май 2025", "Центр", "Справка по итогам опроса"],
        ["2", "Неделя детской книги", "ежегодно", "Школы", "Отчёт о проведённой неделе"],
      ]),
    );
    expect(lines(only(grids))).toEqual([" 1 Опрос читателей всех школ", " 2 Неделя детской книги"]);
    expect(only(grids).confidence).toBeLessThan(0.6);
    expect(kinds(grids)).toContain("inferred-header");
  });

  it("that are missing in a second plan are taken from the plan before", () => {
    const grids = document(
      heading("План А"),
      table([HEADER, ["1", "Опрос", "май", "Центр", "Справка"]]),
      heading("План Б"),
      table([["1", "Сбор", "июнь", "Центр", "План"]]),
    );
    const { tables } = understand(grids).reading;
    expect(tables.map(({ caption }) => caption)).toEqual(["План А", "План Б"]);
    expect(measuresOf(tables[1]!)[0]?.measure).toMatchObject({ title: "Сбор", term: "июнь", result: "План" });
    expect(kinds(grids)).toContain("inferred-header");
  });
});

describe("one plan in several tables", () => {
  const first = table([HEADER, ["1", "Опрос читателей по", "май", "Центр", "Справка"]]);

  it("is joined, and a row broken by the page goes on", () => {
    const grids = document(
      first,
      "",
      table([
        ["", "всем школам", "", "", ""],
        ["2", "Сбор", "июнь", "Центр", "План"],
      ]),
    );
    const read = only(grids);
    expect(read.physicalTables).toBe(2);
    expect(lines(read)).toEqual([" 1 Опрос читателей по всем школам", " 2 Сбор"]);
    expect(measuresOf(read)[0]?.measure.cells["title"]).toEqual([
      { table: 0, row: 1, col: 1 },
      { table: 1, row: 0, col: 1 },
    ]);
    expect(measuresOf(read)[0]?.measure.rows).toEqual([
      { table: 0, row: 1 },
      { table: 1, row: 0 },
    ]);
    expect(kinds(grids)).toContain("continued-row");
  });

  it("joins a broken row with every cell filled when its title goes on in the middle of a phrase", () => {
    const read = only(
      document(
        table([
          ["Мероприятие", "Срок", "Ответственный"],
          ["Создание банка", "Ежегодно:", "методический"],
        ]),
        table([
          ["учебных материалов", "в мае", "центр"],
          ["Показ", "июнь", "школа"],
        ]),
      ),
    );
    expect(measuresOf(read).map(({ measure }) => [measure.title, measure.term, measure.responsible])).toEqual([
      ["Создание банка учебных материалов", "Ежегодно: в мае", "методический центр"],
      ["Показ", "июнь", "школа"],
    ]);
  });

  it("joins a broken row of which only the term is left", () => {
    const read = only(document(first, table([["", "", "и июнь", "", ""]])));
    expect(measuresOf(read)[0]?.measure.term).toBe("май и июнь");
  });

  it("takes a section that stands as a paragraph between the parts", () => {
    const grids = document(
      table([HEADER, [over("1. Чтение", 5)], ["1.1", "Опрос", "май", "Центр", "Справка"]]),
      "2. Письмо",
      table([["2.1", "Сбор", "июнь", "Центр", "План"]]),
    );
    expect(lines(only(grids))).toEqual(["1 1.1 Опрос", "2 2.1 Сбор"]);
    expect(only(grids).sections[1]).toMatchObject({ title: "Письмо", block: 1 });
    expect(kinds(grids)).toContain("section-paragraph");
  });

  it("with another grid is laid over the first by widths", () => {
    const wide = table(
      [HEADER, ["1", "Опрос", "май", "Центр", "Справка"], ["2", "Сбор", "июль", "Центр", "План"]],
      [5, 35, 20, 20, 20],
    );
    const cut = table(
      [
        ["3", over("Показ", 2), "июнь", "Школа", "Отчёт"],
        ["4", "Итоги", "года", "август", "Школа", "Доклад"],
      ],
      [5, 20, 15, 20, 20, 20],
    );
    const grids = document(wide, cut);
    expect(measuresOf(only(grids))[2]?.measure).toMatchObject({
      title: "Показ",
      term: "июнь",
      responsible: "Школа",
      result: "Отчёт",
    });
    expect(measuresOf(only(grids))[3]?.measure).toMatchObject({
      title: "Итоги года",
      term: "август",
      result: "Доклад",
    });
    expect(kinds(grids)).toContain("different-grid");
  });

  it("a table with its own caption and header is another plan", () => {
    const { tables } = understand(
      document(first, heading("Другой план"), table([HEADER, ["1", "Сбор", "июнь", "Центр", "План"]])),
    ).reading;
    expect(tables.map(({ physicalTables }) => physicalTables)).toEqual([1, 1]);
  });
});

describe("sections and groups", () => {
  it("nest by the style of their numbers", () => {
    const read = only(
      document(
        table([
          HEADER,
          [over("I. Люди", 5)],
          ["1.1.", over("Обучение", 4)],
          ["", "Курсы", "май", "Центр", "Справка"],
          [over("II. Дело", 5)],
          [over("«Чтение»", 5)],
          ["2.1.", over("Кружки", 4)],
          ["", "Сбор", "июнь", "Центр", "План"],
          [over("«Письмо»", 5)],
          ["2.2.", over("Конкурсы", 4)],
          ["", "Показ", "июль", "Центр", "Отчёт"],
          [over("III. Итоги", 5)],
          ["3.1.", "Доклад", "август", "Центр", "Текст"],
        ]),
      ),
    );
    expect(lines(read)).toEqual([
      "I/1.1 - Курсы",
      "II/«Чтение»/2.1 - Сбор",
      "II/«Письмо»/2.2 - Показ",
      "III 3.1 Доклад",
    ]);
  });

  it("a number that only goes on counting makes a group of unnumbered rows, not a section", () => {
    const grids = document(
      table([
        HEADER,
        ["1", "Опрос", "май", "Центр", "Справка"],
        ["2", over("Встречи и показы", 4)],
        ["", "Встреча", down("июнь", 2), "Центр", "План"],
        ["", "Показ", "Школа", "Отчёт"],
        ["3", "Доклад", "июль", "Центр", "Текст"],
      ]),
    );
    const read = only(grids);
    expect(lines(read)).toEqual([" 1 Опрос", " 2 Встречи и показы", " - Встреча", " - Показ", " 3 Доклад"]);
    const found = measuresOf(read).map(({ measure }) => measure);
    expect(found.map(({ group, parent, term }) => [group, parent, term])).toEqual([
      [undefined, undefined, "май"],
      [true, undefined, null],
      [undefined, "2", "июнь"],
      [undefined, "2", "июнь"],
      [undefined, undefined, "июль"],
    ]);
    expect(kinds(grids)).toContain("group-row");
    expect(kinds(grids)).not.toContain("empty-cell");
  });

  it("a number that goes on counting is a section when the numbers below stand under it", () => {
    const read = only(
      document(
        table([
          HEADER,
          ["1", "Опрос", "май", "Центр", "Справка"],
          ["2", over("Встречи", 4)],
          ["2.1", "Показ", "июнь", "Центр", "План"],
        ]),
      ),
    );
    expect(lines(read)).toEqual([" 1 Опрос", "2 2.1 Показ"]);
  });

  it("come from a column of directions merged down its rows", () => {
    const read = only(
      document(
        table([
          ["Направление", "Мероприятие", "Срок"],
          [down("Чтение", 2), "Опрос", "май"],
          ["Сбор", "июнь"],
          ["Письмо", "Показ", "июль"],
        ]),
      ),
    );
    expect(lines(read)).toEqual(["Чтение - Опрос", "Чтение - Сбор", "Письмо - Показ"]);
  });

  it("without merges are rows of one text beside empty cells", () => {
    const read = only(
      document(
        table([
          HEADER,
          ["1. Чтение", "", "", "", ""],
          ["1.1", "Опрос", "май", "Центр", "Справка"],
          ["2.", "Письмо", "", "", ""],
          ["2.1", "Сбор", "июнь", "Центр", "План"],
        ]),
      ),
    );
    expect(lines(read)).toEqual(["1 1.1 Опрос", "2 2.1 Сбор"]);
  });
});

describe("rows", () => {
  it("with cells merged downwards repeat them", () => {
    const read = only(
      document(table([HEADER, ["1", "Опрос", down("май", 2), down("УО / ОО", 2), "Справка"], ["2", "Сбор", "План"]])),
    );
    expect(measuresOf(read).map(({ measure }) => [measure.term, measure.responsible, measure.result])).toEqual([
      ["май", "УО / ОО", "Справка"],
      ["май", "УО / ОО", "План"],
    ]);
  });

  it("whose title goes over several lines are one measure, with a doubt", () => {
    const grids = document(
      table([
        HEADER,
        [down("1", 2), down("Опрос", 2), "май", "Центр", "Справка"],
        ["июнь", "Школа", "Отчёт"],
        ["2", "Сбор", "июль", "Центр", "План"],
      ]),
    );
    expect(measuresOf(only(grids))[0]?.measure).toMatchObject({
      title: "Опрос",
      term: "май июнь",
      responsible: "Центр Школа",
      result: "Справка Отчёт",
    });
    expect(kinds(grids)).toContain("split-row");
  });

  it("without a number column take the number typed before the title or counted by a list", () => {
    const read = only(
      document(
        table([
          ["Мероприятие", "Срок"],
          ["1. Опрос", "май"],
          [{ text: "Сбор", marks: ["2."] }, "июнь"],
        ]),
      ),
    );
    expect(lines(read)).toEqual([" 1 Опрос", " 2 Сбор"]);
  });

  it("keep texts of columns without a role", () => {
    const read = only(
      document(
        table([
          ["№", "Мероприятие", "Срок", "Место", "Финансирование"],
          ["1", "Опрос", "май", "Центр", "без затрат"],
        ]),
      ),
    );
    expect(measuresOf(read)[0]?.measure.extra).toEqual({ Место: "Центр", Финансирование: "без затрат" });
  });
});

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
  expect(kinds(grids).filter((kind) => kind === "several-terms")).toHaveLength(1);
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
