import { describe, expect, it } from "vitest";
import { verdictOf } from "../../../test/support/table-case-reading.ts";
import { parseTableCase, tableCase, tableCaseNames } from "../../../test/support/table-cases.ts";
import { understand } from "./understand.ts";

describe("a case that breaks the format says where", () => {
  it.each([
    ["[таблица]\nА\n[/таблица]", "нет строки [прочитано]"],
    ["[прочитано]", "нужен комментарий"],
    ["# о\n[таблица]\nА\n[прочитано]", "строка 2: таблица не закрыта"],
    ["# о\n[таблица]\n← | А\n[/таблица]\n[прочитано]", "не с чем соединиться"],
    ["# о\n[таблица]\nА | ←\n↑ | Б\n[/таблица]\n[прочитано]", "не прямоугольна"],
    ["# о\n[прочитано]\nпункт 1", "непонятное начало «пункт»"],
  ])("%j", (source, words) => expect(() => parseTableCase(source, "проба")).toThrow(words));
});

it("signs of a case become merged cells, lines and marks of a list", () => {
  const { document } = parseTableCase("# о\n[таблица]\nА | ← | {1.} Б\\nВ\n↑ | ← | \n[/таблица]\n[прочитано]", "проба");
  expect(document.blocks[0]).toMatchObject({
    rows: 2,
    columns: 3,
    cells: [
      { row: 0, col: 0, rowSpan: 2, colSpan: 2, paragraphs: ["А"] },
      { row: 0, col: 2, paragraphs: ["Б", "В"], marks: ["1.", null] },
      { row: 1, col: 2, paragraphs: [""] },
    ],
  });
});

/** Cases whose expectation is argued about: read otherwise, and marked. The reason stands beside the name. */
const ARGUED: Readonly<Record<string, string>> = {
  "practice-calendar-grid": "«IX» над столбцом — номер месяца: срок «сентябрь» понятен без догадки, срок «IX» — нет",
};

describe("cases of tables are read as a careful person reads them", () => {
  it.each(tableCaseNames())("%s", (name) => {
    const one = tableCase(name);
    const { reading } = understand(one.document);
    const { read, expected, missingDoubts, marked } = verdictOf(reading, one.expected);
    if (ARGUED[name]) {
      expect(read).not.toEqual(expected);
      expect(marked).toBe(true);
      return;
    }
    expect(read).toEqual(expected);
    expect(missingDoubts, JSON.stringify(reading.doubts.map(({ kind, weight }) => `${weight} ${kind}`))).toEqual([]);
  });
});
