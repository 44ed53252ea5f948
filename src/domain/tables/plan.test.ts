import { describe, expect, it } from "vitest";
import { document, table } from "../../../test/support/grid-builder.ts";
import { doubtKinds, HEADER, lines, only } from "../../../test/support/read-views.ts";
import { measuresOf } from "./reading.ts";

const over = (text: string, cols: number) => ({ text, cols });
const down = (text: string, rows: number) => ({ text, rows });

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
    expect(doubtKinds(grids)).toContain("group-row");
    expect(doubtKinds(grids)).not.toContain("empty-cell");
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

  const counted = (...rows: readonly (readonly (string | { text: string; rows: number })[])[]) =>
    only(document(table([["№", "Направление", "Мероприятие", "Срок"], ...rows])));

  it("take the numbers merged down beside their directions, a new one for each number", () => {
    const read = counted(
      [down("1", 2), down("Чтение", 2), "Опрос", "май"],
      ["Сбор", "июнь"],
      ["2", "Чтение", "Показ", "июль"],
    );
    expect(lines(read)).toEqual(["1 - Опрос", "1 - Сбор", "2 - Показ"]);
  });

  it.each([
    ["words", "смотр школ", "Письмо", "extra"],
    ["a number beside no direction", "7", "", "numberRaw"],
  ] as const)("do not swallow %s in the column of numbers", (_name, printed, direction, field) => {
    const read = counted(
      [down("1", 2), down("Чтение", 2), "Опрос", "май"],
      ["Сбор", "июнь"],
      [printed, direction, "Показ", "июль"],
    );
    expect(Object.values({ ...measuresOf(read).at(-1)!.measure }[field]!).join("")).toBe(printed);
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
