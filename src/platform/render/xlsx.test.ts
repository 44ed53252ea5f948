import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import type { DocumentTree, TableBlock } from "./document-tree.ts";
import { sheetName } from "./sheet.ts";
import { renderXlsx } from "./xlsx.ts";

const table: TableBlock = {
  kind: "table",
  name: "План / факт [2021]",
  columns: [{ width: 1 }, { width: 6 }, { width: 2 }, { width: 2 }, { width: 2 }],
  header: [
    {
      cells: [
        { value: "№", rowSpan: 2 },
        { value: "Что сделать", rowSpan: 2 },
        { value: "Значение", colSpan: 2 },
        { value: "Дата", rowSpan: 2 },
      ],
    },
    { cells: ["План", "Факт"] },
  ],
  rows: [
    { section: "Раздел 1" },
    { cells: ["1.1", "=1+1", 1234.5, null, { date: localDate("2021-12-10") }] },
    { cells: ["1.10", [{ text: "Две\n" }, { text: "строки\u0001", bold: true }], 10, 0, null] },
  ],
};

const tree: DocumentTree = {
  title: "Отчёт для проверки",
  page: { orientation: "landscape" },
  blocks: [
    { kind: "paragraph", style: "title", content: "ОТЧЁТ" },
    { kind: "paragraph", content: "За 2021 год" },
    table,
    { kind: "paragraph", content: "Исполнитель" },
  ],
};

describe("renderXlsx refuses", () => {
  it("a document without tables", async () => {
    await expect(renderXlsx({ title: "x", blocks: [{ kind: "paragraph", content: "текст" }] })).rejects.toThrow(
      RangeError,
    );
  });
});

describe("renderXlsx", () => {
  it("keeps texts, numbers and days what they are, in their places", async () => {
    const [sheet] = (await readXlsx(await renderXlsx(tree))).sheets;
    expect(sheet!.rows.map((row) => row[0])).toEqual([
      "ОТЧЁТ",
      "За 2021 год",
      "№",
      null,
      "Раздел 1",
      "1.1",
      "1.10",
      "Исполнитель",
    ]);
    expect(sheet!.rows[5]!.slice(1, 4)).toEqual(["=1+1", 1234.5, null]);
    expect(sheet!.rows[5]![4]).toEqual(new Date("2021-12-10T00:00:00Z"));
    expect(sheet!.rows[6]!.slice(1, 4)).toEqual(["Две\nстроки", 10, 0]);
  });

  it("writes no formula where a person typed an equals sign", async () => {
    const xml = strFromU8(unzipSync(await renderXlsx(tree))["xl/worksheets/sheet1.xml"]!);
    expect(xml).not.toContain("<f>");
  });

  it("merges as the tree says, below the paragraphs", async () => {
    const [sheet] = (await readXlsx(await renderXlsx(tree))).sheets;
    const merges = sheet!.merges!.map((each) => [each.startRow, each.startCol, each.endRow, each.endCol].join(" "));
    expect(merges.sort()).toEqual(
      ["0 0 0 4", "1 0 1 4", "2 0 3 0", "2 1 3 1", "2 2 2 3", "2 4 3 4", "4 0 4 4", "7 0 7 4"].sort(),
    );
  });

  it("turns the page, fits its width, freezes and repeats the header", async () => {
    const xml = strFromU8(unzipSync(await renderXlsx(tree))["xl/worksheets/sheet1.xml"]!);
    expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(xml).toMatch(/<pane[^>]*ySplit="4"/);
    expect(strFromU8(unzipSync(await renderXlsx(tree))["xl/workbook.xml"]!)).toContain("$3:$4");
  });

  it("gives every table a sheet of its own", async () => {
    const book = await readXlsx(await renderXlsx({ ...tree, blocks: [table, table, { ...table, name: "  " }] }));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["План факт 2021", "План факт 2021 2", "Лист 1"]);
  });
});

describe("long texts", () => {
  it("make their row as high as they have lines, in a cell and across the sheet", async () => {
    const long = "слово ".repeat(60).trim();
    const rows = [{ section: long }, { cells: ["1", long, 1, null, null] }, { cells: ["2", "слово", 1, null, null] }];
    const bytes = await renderXlsx({ ...tree, blocks: [{ ...table, rows }] });
    const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
    const [across, inCell, short] = [3, 4, 5].map((row) =>
      Number(new RegExp(`<row r="${row}"[^>]* ht="([\\d.]+)"`).exec(xml)?.[1]),
    );
    expect(short).toBeLessThan(20);
    expect(across).toBeGreaterThan(short! * 2);
    expect(inCell).toBeGreaterThan(across!);
  });

  it("longer than a cell may be are cut in the open", async () => {
    const rows = [{ cells: ["1", "я".repeat(40_000), null, null, null] }];
    const [sheet] = (await readXlsx(await renderXlsx({ ...tree, blocks: [{ ...table, rows }] }))).sheets;
    const text = sheet!.rows[2]![1] as string;
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/целиком: в документе Word\)$/);
  });
});

describe("sheetName", () => {
  it.each([
    ["a".repeat(40), new Set<string>(), "a".repeat(31)],
    ["a".repeat(40), new Set(["A".repeat(31)]), `${"a".repeat(29)} 2`],
    ["'кавычки'", new Set<string>(), "кавычки"],
    [undefined, new Set(["Лист 1"]), "Лист 2"],
  ])("%s beside %o is %s", (wanted, taken, name) => {
    expect(sheetName(wanted, taken)).toBe(name);
  });
});
