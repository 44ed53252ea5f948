import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import type { DocumentTree, TableBlock } from "./document-tree.ts";
import { renderDocx } from "./docx.ts";

const HEAD = { cells: ["№", "Что сделать", "План", "Факт", "Дата"] };

const table: TableBlock = {
  kind: "table",
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
    { section: "Раздел 1. Подготовка" },
    {
      cells: [
        "1.1",
        [{ text: "Собрать " }, { text: "сведения", bold: true }],
        1234.5,
        null,
        { date: localDate("2021-12-10") },
      ],
    },
    { cells: ["1.2", "Две\nстроки", 10, 7, null] },
  ],
};

const tree: DocumentTree = {
  title: "Отчёт для проверки",
  page: { orientation: "landscape" },
  footer: "Составлено программой",
  blocks: [
    { kind: "paragraph", style: "attribute", content: "Начальнику управления" },
    { kind: "paragraph", style: "title", content: "ОТЧЁТ" },
    { kind: "paragraph", content: "Знаки <b> & \u0007«ёлочки» на месте" },
    table,
  ],
};

/** The XML of a part of the rendered file. */
async function part(of: DocumentTree, name = "word/document.xml"): Promise<string> {
  const file = unzipSync(await renderDocx(of))[name];
  return file ? strFromU8(file) : "";
}

const withRows = (rows: TableBlock["rows"]): DocumentTree => ({
  title: "x",
  blocks: [{ kind: "table", columns: table.columns, header: [HEAD], rows }],
});

/** Texts of paragraphs inside a piece of XML. */
const textsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^[^>]*>/, "")).join(""),
  );

const rowsOf = (xml: string) => [...xml.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row);

describe("renderDocx refuses", () => {
  it.each([
    ["a row too short", [{ cells: ["1", "два"] }]],
    ["a row too long", [{ cells: ["1", "2", "3", "4", "5", "6"] }]],
    ["a merge out of the table", [{ cells: ["1", "2", "3", "4", { value: "5", rowSpan: 2 }] }]],
    [
      "cells over one another",
      [
        { cells: ["1", { value: "2", rowSpan: 2 }, "3", "4", "5"] },
        { cells: [{ value: "1", colSpan: 2 }, "3", "4", "5"] },
      ],
    ],
  ])("%s", async (_, rows) => {
    await expect(renderDocx(withRows(rows))).rejects.toThrow(RangeError);
  });
});

describe("renderDocx", () => {
  it("lays the page by the standard and turns it", async () => {
    const landscape = await part(tree);
    expect(landscape).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(landscape).toMatch(/<w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1134"/);
    expect(await part({ ...tree, page: {} })).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
  });

  it("keeps text, drops what XML cannot hold, and breaks lines", async () => {
    const xml = await part(tree);
    expect(textsOf(xml)).toEqual(
      expect.arrayContaining(["Начальнику управления", "ОТЧЁТ", "Знаки &lt;b&gt; &amp; «ёлочки» на месте"]),
    );
    expect(xml).toMatch(/Две<\/w:t><\/w:r><w:r>.*?<w:br\/>.*?строки/);
  });

  it("prints numbers and days as Russian readers expect, at the right", async () => {
    const row = rowsOf(await part(tree))[3]!;
    expect(textsOf(row)).toEqual(["1.1", "Собрать сведения", "1\u00a0234,5", "", "10.12.2021"]);
    const sides = [...row.matchAll(/<w:p>.*?<\/w:p>/g)].map(([cell]) => /<w:jc w:val="(\w+)"/.exec(cell)?.[1]);
    expect(sides).toEqual([undefined, undefined, "right", undefined, "right"]);
  });

  it("merges cells, marks only header rows as repeated, and spans sections", async () => {
    const rows = rowsOf(await part(tree));
    expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual([true, true, false, false, false]);
    expect(rows[0]!.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(3);
    expect(rows[1]!.match(/<w:vMerge(?: w:val="continue")?\/>/g)).toHaveLength(3);
    expect(rows[0]).toContain('<w:gridSpan w:val="2"/>');
    expect(rows[2]).toContain('<w:gridSpan w:val="5"/>');
    expect(rows[2]).toContain("<w:keepNext/>");
    expect(rows[0]).toContain('<w:jc w:val="center"/>');
    expect(rows[2]).not.toContain("<w:jc");
  });

  it("fills the page with its columns exactly", async () => {
    const widths = [...(await part(tree)).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(5);
    expect(widths.reduce((sum, each) => sum + each, 0)).toBe(Math.round((267 * 1440) / 25.4));
  });

  it("numbers pages from the second on", async () => {
    expect(await part(tree)).toContain("<w:titlePg/>");
    const files = unzipSync(await renderDocx(tree));
    const headers = Object.keys(files).filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(headers.map((name) => strFromU8(files[name]!).includes("PAGE")).sort()).toEqual([false, true]);
  });
});

describe("what closes a table", () => {
  it("stands in it without a frame, and the last rows hold on to it", async () => {
    const rows = Array.from({ length: 5 }, (_, at) => ({ cells: [`${at}`, "дело", "1", "1", ""] }));
    const columns = HEAD.cells.map(() => ({ width: 1 }));
    const closed = { kind: "table", columns, header: [HEAD], rows, closing: "Подпись ____" } as const;
    const xml = strFromU8(unzipSync(await renderDocx({ title: "x", blocks: [closed] }))["word/document.xml"]!);
    const printed = xml.split("<w:tr>").slice(1);
    expect(printed).toHaveLength(7);
    expect(printed.map((row) => row.includes("<w:keepNext/>"))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(printed.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
    expect(printed.at(-1)).toContain("Подпись");
    expect(printed.at(-1)).toMatch(/<w:gridSpan w:val="5"\/>.*<w:bottom w:val="nil"/s);
  });
});
