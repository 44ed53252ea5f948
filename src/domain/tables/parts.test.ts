import { describe, expect, it } from "vitest";
import { document, heading, table } from "../../../test/support/grid-builder.ts";
import { doubtKinds, HEADER, lines, only } from "../../../test/support/read-views.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

const over = (text: string, cols: number) => ({ text, cols });

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
    expect(doubtKinds(grids)).toContain("continued-row");
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
    expect(doubtKinds(grids)).toContain("section-paragraph");
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
    expect(doubtKinds(grids)).toContain("different-grid");
  });

  it("a table with its own caption and header is another plan", () => {
    const { tables } = understand(
      document(first, heading("Другой план"), table([HEADER, ["1", "Сбор", "июнь", "Центр", "План"]])),
    ).reading;
    expect(tables.map(({ physicalTables }) => physicalTables)).toEqual([1, 1]);
  });
});
