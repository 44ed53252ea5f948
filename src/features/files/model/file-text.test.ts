import { describe, expect, it } from "vitest";
import type { Block } from "#shared/document-grids.ts";
import { fileTextOf, hasText } from "./file-text.ts";

const paragraph = (text: string, more: object = {}): Block => ({ kind: "paragraph", text, ...more });

describe("the words of a file", () => {
  it("keep headings, marks of lists and merged cells", () => {
    const table: Block = {
      kind: "table",
      index: 0,
      rows: 2,
      columns: 2,
      cells: [
        { row: 0, col: 0, rowSpan: 1, colSpan: 2, paragraphs: ["Шапка", "её вторая строка"] },
        { row: 1, col: 0, rowSpan: 1, colSpan: 1, paragraphs: ["1"] },
        { row: 1, col: 1, rowSpan: 1, colSpan: 1, paragraphs: [] },
      ],
    };
    expect(
      fileTextOf([paragraph("Приказ", { level: 1 }), paragraph("пункт", { list: { marker: "1.", depth: 0 } }), table]),
    ).toEqual({
      cut: false,
      blocks: [
        { kind: "paragraph", text: "Приказ", level: 1 },
        { kind: "paragraph", text: "пункт", marker: "1.", depth: 0 },
        {
          kind: "table",
          rows: [
            [{ text: "Шапка\nеё вторая строка", rowSpan: 1, colSpan: 2 }],
            [
              { text: "1", rowSpan: 1, colSpan: 1 },
              { text: "", rowSpan: 1, colSpan: 1 },
            ],
          ],
        },
      ],
    });
  });

  it("are cut where they become a book, and say so", () => {
    const page = paragraph("а".repeat(50_000));
    const { blocks, cut } = fileTextOf([page, page, page, page, page]);
    expect([blocks.length, cut]).toEqual([4, true]);
    expect(fileTextOf([page, page, page, page]).cut).toBe(false);
  });

  it.each([
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", true],
    ["application/pdf", true],
    ["application/msword", false],
    ["image/jpeg", false],
  ])("are asked of %s: %s", (mediaType, asked) => {
    expect(hasText(mediaType)).toBe(asked);
  });
});
