import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { OfficeRefusal } from "./problems.ts";
import { readWorkbook, writeWorkbook } from "./workbook.ts";
import { readXlsxBlocks } from "./xlsx.ts";
import { xlsx } from "../../../test/support/xlsx-builder.ts";

const sheet = {
  name: "План: 2025/2026",
  widths: [6, 40, 12, 12],
  header: { from: 2, to: 4 },
  landscape: true,
  rows: [
    [{ value: "Дорожная карта чтения", bold: true, colSpan: 4 }],
    [],
    [
      { value: "№", rowSpan: 2 },
      { value: "Мероприятие", rowSpan: 2 },
      { value: "Годы", colSpan: 2 },
    ],
    ["2025", "2026"],
    [{ value: "1. Библиотеки", colSpan: 4, shaded: true }],
    ["1.1", "Опрос читателей", 10, new Date(Date.UTC(2026, 2, 5))],
  ],
} as const;

it("refuses bytes that are no workbook", async () => {
  await expect(readWorkbook(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).rejects.toThrow(OfficeRefusal);
});

describe("a written workbook", () => {
  it("comes back with its merges, numbers and days", async () => {
    const [read] = await readWorkbook(await writeWorkbook([sheet]));
    expect(read?.name).toBe("План  2025 2026");
    expect(read?.rows[5]).toEqual(["1.1", "Опрос читателей", 10, new Date(Date.UTC(2026, 2, 5))]);
    expect(read?.merges).toContainEqual({ top: 2, left: 2, bottom: 2, right: 3 });
    expect(read?.merges).toContainEqual({ top: 2, left: 0, bottom: 3, right: 0 });
  });

  it("is laid out for paper: landscape, one page wide, header repeated and kept in sight", async () => {
    const parts = unzipSync(await writeWorkbook([sheet]));
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    expect(xml).toContain('orientation="landscape"');
    expect(xml).toContain('fitToHeight="0"');
    expect(xml).toMatch(/<pane[^>]*ySplit="4"/);
    expect(strFromU8(parts["xl/workbook.xml"]!)).toMatch(
      /"_xlnm\.Print_Titles"[^>]*>(?:'|&apos;)[^<]+(?:'|&apos;)!\$3:\$4</,
    );
    expect(strFromU8(parts["xl/styles.xml"]!)).toContain('wrapText="');
  });

  it("reads as a title and a table, with days as people write them", async () => {
    const [title, table] = await readXlsxBlocks(await writeWorkbook([sheet]));
    expect(title).toEqual({ kind: "paragraph", text: "Дорожная карта чтения", bold: true });
    expect(table).toMatchObject({ kind: "table", index: 0, rows: 4, columns: 4 });
    const texts =
      table?.kind === "table"
        ? table.cells.map(
            ({ row, col, colSpan, rowSpan, paragraphs }) => `${row},${col} ${colSpan}x${rowSpan} ${paragraphs[0]}`,
          )
        : [];
    expect(texts).toEqual([
      "0,0 1x2 №",
      "0,1 1x2 Мероприятие",
      "0,2 2x1 Годы",
      "1,2 1x1 2025",
      "1,3 1x1 2026",
      "2,0 4x1 1. Библиотеки",
      "3,0 1x1 1.1",
      "3,1 1x1 Опрос читателей",
      "3,2 1x1 10",
      "3,3 1x1 05.03.2026",
    ]);
  });
});

it("an empty row ends a table, a merge over it does not", async () => {
  const rows = [["№", "Дело"], ["1", "Сбор"], [], ["2", "Показ"], [{ value: "3", rowSpan: 3 }, "Итог"], [], ["ещё"]];
  const blocks = await readXlsxBlocks(await writeWorkbook([{ name: "Лист", widths: [5, 20], rows }]));
  expect(blocks.map((block) => block.kind === "table" && block.rows)).toEqual([2, 4]);
});

it.each(["1e308", "-1e308", "99999999999"])("a day that is none (%s) is read as Excel shows it", async (number) => {
  const rows = `<row r="1"><c r="A1" s="1"><v>${number}</v></c><c r="B1" s="1"><v>45000</v></c></row>`;
  const [read] = await readWorkbook(xlsx([{ name: "Л", rows }], ["dd.mm.yyyy"]));
  expect(read!.rows).toEqual([["########", new Date(Date.UTC(2023, 2, 15))]]);
});
