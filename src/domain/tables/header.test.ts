import { describe, expect, it } from "vitest";
import { document, heading, table } from "../../../test/support/grid-builder.ts";
import { doubtKinds, HEADER, lines, only } from "../../../test/support/read-views.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

const over = (text: string, cols: number) => ({ text, cols });
const down = (text: string, rows: number) => ({ text, rows });

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

  it("that no word explains name the measures by their place, as a title like any other that is told to be a guess", () => {
    const grids = document(
      table([
        ["№", "Консультация", "Срок", "Ответственный"],
        ["1", "Как выбрать предмет", "май", "Центр"],
      ]),
    );
    const { role, key, guessed } = only(grids).roles[1]!;
    expect({ role, key, guessed }).toEqual({ role: "title", key: undefined, guessed: true });
    expect(doubtKinds(grids)).toContain("guessed-title");
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
    expect(doubtKinds(grids)).toContain("inferred-header");
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
    expect(doubtKinds(grids)).toContain("inferred-header");
  });
});
