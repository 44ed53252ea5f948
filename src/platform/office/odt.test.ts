import { describe, expect, it } from "vitest";
import { cell, COVERED, flatOdt, odt, row, table } from "../../../test/support/odt-builder.ts";
import type { Block } from "#shared/document-grids.ts";
import { parseFlatOdf, unpackOdf } from "./odf.ts";
import { readOdt } from "./odt.ts";
import { OfficeRefusal } from "./problems.ts";

const read = (...given: Parameters<typeof odt>): readonly Block[] => readOdt(unpackOdf(odt(...given)));

const sketch = (block: Block | undefined): string[] =>
  block?.kind === "table"
    ? block.cells.map(
        ({ row: at, col, rowSpan, colSpan, paragraphs, marks }) =>
          `${at},${col} ${colSpan}x${rowSpan} ${paragraphs.map((text, place) => `${marks?.[place] ?? ""}${text}`).join("|")}`,
      )
    : [];
const told = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === "table" ? "таблица" : `${block.list?.marker ?? ""}${block.text}`));

describe("refusals", () => {
  it.each([
    ["a password", odt("<text:p>x</text:p>", { manifest: "<manifest:encryption-data/>" }), "office-password"],
    [
      "a table of a million columns",
      odt(table([row([cell("x", 'table:number-columns-repeated="1000000"')])])),
      "office-boundless",
    ],
    [
      "a cell over a million columns",
      odt(table([row([cell("x", 'table:number-columns-spanned="1000000"')])])),
      "office-boundless",
    ],
    [
      "a long text repeated ten thousand times",
      odt(table([row(["x".repeat(5000)], 'table:number-rows-repeated="10000"')])),
      "office-bomb",
    ],
    ["a million full rows", odt(table([row(["x"], 'table:number-rows-repeated="1000000"')])), "office-boundless"],
  ])("%s", (_name, bytes, code) => {
    expect(() => readOdt(unpackOdf(bytes))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }) as OfficeRefusal,
    );
  });
});

describe("tables", () => {
  it.each([
    [
      "cells merged both ways",
      [
        row([cell("Срок", 'table:number-rows-spanned="2"'), cell("Кто", 'table:number-columns-spanned="2"'), COVERED]),
        row([COVERED, "школа", "центр"]),
      ],
      ["0,0 1x2 Срок", "0,1 2x1 Кто", "1,1 1x1 школа", "1,2 1x1 центр"],
    ],
    [
      "repeated cells and rows, written out",
      [row([cell("да", 'table:number-columns-repeated="2"')], 'table:number-rows-repeated="2"')],
      ["0,0 1x1 да", "0,1 1x1 да", "1,0 1x1 да", "1,1 1x1 да"],
    ],
    [
      "a span longer than the table",
      [row([cell("а", 'table:number-rows-spanned="9"'), "б"])],
      ["0,0 1x1 а", "0,1 1x1 б"],
    ],
    [
      "a covered place that nothing covers",
      [row(["а", "б"]), row(["в", COVERED])],
      ["0,0 1x1 а", "0,1 1x1 б", "1,0 1x1 в", "1,1 1x1 "],
    ],
    [
      "a span without its covered places",
      [row([cell("а", 'table:number-columns-spanned="2"'), "б"])],
      ["0,0 2x1 а", "0,2 1x1 б"],
    ],
    [
      "header rows, row groups and soft page breaks",
      [
        `<table:table-header-rows>${row(["Срок"])}</table:table-header-rows>`,
        "<text:soft-page-break/>",
        `<table:table-row-group>${row(["май"])}</table:table-row-group>`,
      ],
      ["0,0 1x1 Срок", "1,0 1x1 май"],
    ],
  ])("%s", (_name, rows, cells) => {
    expect(sketch(read(table(rows))[0])).toEqual(cells);
  });

  it("a nested table has its place in the parent cell", () => {
    const inner = table([row(["1", "Сбор заявок"])]);
    const blocks = read(table([row(["слева", cell(`<text:p>План</text:p>${inner}`)])]) + table([row(["после"])]));
    expect(sketch(blocks[0])[1]).toBe("0,1 1x1 План");
    expect(blocks[1]).toMatchObject({ index: 1, parent: { table: 0, row: 0, col: 1 } });
    expect(blocks[2]).toMatchObject({ index: 2 });
  });

  it("columns have their widths in points", () => {
    const automatic =
      '<style:style style:name="A" style:family="table-column"><style:table-column-properties style:column-width="2.54cm"/></style:style>';
    const columns = '<table:table-column table:style-name="A" table:number-columns-repeated="2"/>';
    expect(read(table([columns, row(["а", "б"])]), { automatic })[0]).toMatchObject({ widths: [72, 72] });
  });
});

describe("paragraphs", () => {
  it.each([
    [
      "white space folds, its marks do not",
      '<text:p> один\n  <text:span> два</text:span><text:s text:c="2"/>три </text:p>',
      ["один два  три"],
    ],
    ["tabs and line breaks", "<text:p>май<text:tab/>июнь<text:line-break/>2026</text:p>", ["май\tиюнь\n2026"]],
    [
      "tracked changes as accepted",
      '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>апрель</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>в <text:change text:change-id="c"/>мае</text:p>',
      ["в мае"],
    ],
    [
      "a field that nobody has filled",
      "<text:p>Срок: <text:placeholder>&lt;впишите&gt;</text:placeholder></text:p>",
      ["Срок:"],
    ],
    [
      "remarks left out, links and fields kept",
      '<text:p>Опрос<office:annotation><text:p>зачем?</text:p></office:annotation> <text:a xlink:href="x">учителей</text:a>, <text:page-number>3</text:page-number></text:p>',
      ["Опрос учителей, 3"],
    ],
    [
      "a note goes to the end of the document",
      "<text:p>Опрос<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>по согласованию</text:p></text:note-body></text:note>.</text:p><text:p>Отчёт</text:p>",
      ["Опрос.", "Отчёт", "Сноска 1: по согласованию"],
    ],
    [
      "a text box after the paragraph that holds it",
      "<text:p>до<draw:frame><draw:text-box><text:p>в рамке</text:p></draw:text-box></draw:frame> после</text:p>",
      ["до после", "в рамке"],
    ],
    [
      "hidden sections and hidden letters left out",
      '<text:section text:display="none"><text:p>скрыто</text:p></text:section><text:section><text:p>видно<text:span text:style-name="H">нет</text:span></text:p></text:section>',
      ["видно"],
    ],
    [
      "a numbered list goes on after a paragraph between, and a new one begins anew",
      '<text:list xml:id="a" text:style-name="L"><text:list-item><text:p>раз</text:p><text:p>ещё</text:p></text:list-item></text:list><text:p>между</text:p><text:list text:continue-list="a" text:style-name="L"><text:list-item><text:p>два</text:p></text:list-item></text:list><text:list text:style-name="L"><text:list-item><text:p>раз</text:p></text:list-item></text:list>',
      ["1.раз", "ещё", "между", "2.два", "1.раз"],
    ],
    [
      "levels below count under the level above, a header has no number, a start is obeyed",
      '<text:list text:style-name="L"><text:list-header><text:p>Список</text:p></text:list-header><text:list-item text:start-value="4"><text:p>а</text:p><text:list><text:list-item><text:p>б</text:p></text:list-item><text:list-item><text:p>в</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>г</text:p><text:list><text:list-item><text:p>д</text:p></text:list-item></text:list></text:list-item></text:list>',
      ["Список", "4.а", "4.1)б", "4.2)в", "5.г", "5.1)д"],
    ],
    [
      "bullets, Russian letters and LibreOffice's own pattern",
      '<text:list text:style-name="B"><text:list-item><text:p>а</text:p><text:list><text:list-item><text:p>б</text:p></text:list-item><text:list-item><text:p>в</text:p><text:list><text:list-item><text:p>г</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item></text:list>',
      ["•а", "а)б", "б)в", "§ II.г"],
    ],
    [
      "headings with the numbers of the outline",
      '<text:h text:outline-level="1">Цель</text:h><text:h text:outline-level="2">Задачи</text:h><text:h text:outline-level="1" text:is-list-header="true">Без номера</text:h><text:h text:outline-level="1">Итог</text:h>',
      ["I.Цель", "1Задачи", "Без номера", "II.Итог"],
    ],
  ])("%s", (_name, body, texts) => {
    const automatic = `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
      <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/></text:list-style>
      <text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="\uF0B7"/><text:list-level-style-number text:level="2" style:num-format="а, б, .., аа, аб, ... (ru)" style:num-suffix=")"/><text:list-level-style-number text:level="3" style:num-format="I" text:start-value="2" loext:num-list-format="§ %3%."/></text:list-style>`;
    const named =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1"/></text:outline-style>';
    expect(told(read(body, { automatic, named }))).toEqual(texts);
  });

  it("knows headings and bold lines through the styles they come from", () => {
    const named =
      '<style:style style:name="Heading_20_2" style:family="paragraph"/><style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';
    const automatic =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/><style:style style:name="T1" style:family="text" style:parent-style-name="Strong"/>';
    const body =
      '<text:p text:style-name="P1">Задачи</text:p><text:p><text:span text:style-name="T1">Важно</text:span> </text:p><text:p><text:span text:style-name="T1">не</text:span> всё</text:p><text:h text:outline-level="3">Срок</text:h>';
    expect(read(body, { automatic, named })).toEqual([
      { kind: "paragraph", text: "Задачи", level: 2 },
      { kind: "paragraph", text: "Важно", bold: true },
      { kind: "paragraph", text: "не всё" },
      { kind: "paragraph", text: "Срок", level: 3 },
    ]);
  });
});

it("counts the marks of a number column made by a list that goes on from cell to cell", () => {
  const item = (id: number): string =>
    cell(
      `<text:list xml:id="n${id}" text:style-name="L" ${id > 0 ? `text:continue-list="n${id - 1}"` : ""}><text:list-item><text:p/></text:list-item></text:list>`,
    );
  const automatic =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>';
  expect(sketch(read(table([row([item(0), "Опрос"]), row([item(1), "Отчёт"])]), { automatic })[0])).toEqual([
    "0,0 1x1 1.",
    "0,1 1x1 Опрос",
    "1,0 1x1 2.",
    "1,1 1x1 Отчёт",
  ]);
});

it("reads a document in one XML file", () => {
  expect(readOdt(parseFlatOdf(flatOdt(`<text:p>План</text:p>${table([row(["май"])])}`)))).toMatchObject([
    { text: "План" },
    { kind: "table", rows: 1 },
  ]);
});
