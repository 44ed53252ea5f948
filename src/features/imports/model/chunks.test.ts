import { describe, expect, it } from "vitest";
import { chunksOf } from "./chunks.ts";
import type { PaperRow } from "./paper.ts";

const row = (at: number, text = "слово", rowSpan = 1): PaperRow => ({
  row: at,
  cells: [{ col: 0, rowSpan, colSpan: 1, paragraphs: [text] }],
  kind: "body",
  section: null,
  before: [],
});
const rows = (count: number, tall: Readonly<Record<number, number>> = {}) =>
  Array.from({ length: count }, (_, at) => row(at, "слово", tall[at]));
const sizes = (all: readonly PaperRow[]) => chunksOf({ rows: all, widths: [100] }).map((chunk) => chunk.rows.length);

describe("a long table in pieces", () => {
  it("holds every row once, in order", () => {
    expect(chunksOf({ rows: rows(47), widths: [100] }).flatMap((chunk) => chunk.rows)).toEqual(rows(47));
    expect(sizes(rows(47))).toEqual([20, 20, 7]);
    expect(sizes([])).toEqual([]);
  });

  it("never cuts a cell that is merged over rows", () => {
    expect(sizes(rows(47, { 18: 5 }))).toEqual([23, 20, 4]);
    expect(sizes(rows(47, { 0: 47 }))).toEqual([47]);
  });

  it("keeps more room for longer texts", () => {
    const [short, long] = ["слово", "слово ".repeat(90)].map(
      (text) => chunksOf({ rows: [row(0, text)], widths: [100] })[0]!.height,
    );
    expect(long!).toBeGreaterThan(short! * 2);
  });
});
