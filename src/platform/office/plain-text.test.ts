import { describe, expect, it } from "vitest";
import type { Block, TableBlock } from "#shared/document-grids.ts";
import { readPlainText } from "./plain-text.ts";

const tablesOf = (blocks: readonly Block[]): TableBlock[] => blocks.filter((block) => block.kind === "table");
const rowsOf = (table: TableBlock | undefined): string[][] => {
  const rows: string[][] = [];
  for (const { row, paragraphs } of table?.cells ?? []) (rows[row] ??= []).push(paragraphs.join("|"));
  return rows;
};

describe("lines with tabs", () => {
  it("next to each other are a table, an empty line ends it", () => {
    const tables = tablesOf(readPlainText("№\tДело\tСрок\n1\tОпрос\tмай\n\n2\tОтчёт\tиюнь"));
    expect(tables.map(rowsOf)).toEqual([
      [
        ["№", "Дело", "Срок"],
        ["1", "Опрос", "май"],
      ],
      [["2", "Отчёт", "июнь"]],
    ]);
    expect(tables.map(({ index }) => index)).toEqual([0, 1]);
  });

  it("may be short or divided by a ruler", () => {
    expect(tablesOf(readPlainText("1\tОпрос\tмай\n---\t---\t---\n\tещё")).map(rowsOf)).toEqual([
      [
        ["1", "Опрос", "май"],
        ["", "ещё", ""],
      ],
    ]);
  });

  it("a single tab is an indent or a signature, not a table", () => {
    expect(readPlainText("Директор\tА. Б. Иванова")).toEqual([{ kind: "paragraph", text: "Директор\tА. Б. Иванова" }]);
  });
});

it("lines without tabs are paragraphs, dashes are list marks, bold marks are looks", () => {
  expect(readPlainText("**План работы**\n- опрос;\n2. Отчёт\nтекст *важный* и <i>ещё</i>")).toEqual([
    { kind: "paragraph", text: "План работы", bold: true },
    { kind: "paragraph", text: "опрос;", list: { marker: "-", depth: 0 } },
    { kind: "paragraph", text: "2. Отчёт" },
    { kind: "paragraph", text: "текст важный и ещё" },
  ]);
});

describe("a text in which every line of a table begins a cell with a tab", () => {
  const text = [
    "Карта",
    "",
    "\tТема",
    "\tКто",
    "\tсрок",
    "",
    "\tчтение",
    "\t· школа",
    "",
    "· центр",
    "\tмай",
    "",
    "\tписьмо",
    "\t- школа",
    "\tиюнь",
    "",
    "",
    "\tсчёт",
    "\tцентр",
    "\t",
    "",
    "Примечание",
  ].join("\n");

  it("is put back into rows; lines inside a cell stay in it", () => {
    const blocks = readPlainText(text);
    expect(rowsOf(tablesOf(blocks)[0])).toEqual([
      ["Тема", "Кто", "срок"],
      ["чтение", "школа|центр", "май"],
      ["письмо", "школа", "июнь"],
      ["счёт", "центр", ""],
    ]);
    expect(blocks.at(-1)).toEqual({ kind: "paragraph", text: "Примечание" });
  });

  it("a row broken by an empty line is mended when the pieces make a whole one", () => {
    const broken = text.replace("\tписьмо\n\t- школа\n", "\tписьмо\n\t- школа\n\n\n");
    expect(rowsOf(tablesOf(readPlainText(broken))[0])).toEqual(rowsOf(tablesOf(readPlainText(text))[0]));
  });
});
