import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { writeLongWorkbook, type LongCell } from "./long-workbook.ts";
import { writeWorkbook, type SheetWrite } from "./workbook.ts";

const HEAD: SheetWrite = {
  name: "Сроки и отчёты",
  widths: [5, 20, 12],
  rows: [[{ value: "СРОКИ", colSpan: 3, borderless: true, bold: true, align: "center" }], ["№", "Что", "Срок"]],
  header: { from: 1, to: 2 },
  landscape: true,
};
const DAY = new Date("2026-10-15T00:00:00Z");
const PORTIONS: LongCell[][][] = [
  [
    [{ value: 1 }, { value: "слово" }, { value: DAY, align: "right" }],
    [{ value: 2.5, align: "center" }, { value: "a < b & c > «d»\nвторая " }, { value: null }],
  ],
  [],
  [[{ value: null }, { value: "=1+1" }, { value: "-5", align: "right" }]],
  [[{ value: -3 }, { value: "длинное слово ".repeat(12).trim() }, { value: "" }]],
];

/** a thousand that do not pack well */
const rowsOf = (portion: number): LongCell[][] =>
  Array.from({ length: 1000 }, (_, at) => [{ value: at }, { value: Math.sin(portion * 1000 + at) }, { value: null }]);

async function* from(portions: LongCell[][][], fault?: Error) {
  yield* portions;
  if (fault) throw fault;
}

async function gathered(pieces: AsyncIterable<Uint8Array>, into: Uint8Array[] = []): Promise<Uint8Array> {
  for await (const piece of pieces) into.push(piece);
  return Buffer.concat(into);
}

describe("a long workbook", () => {
  it("is read as the same cells written at once: values, looks, heights, page and head", async () => {
    const long = await gathered(writeLongWorkbook(HEAD, from(PORTIONS)));
    const whole = await writeWorkbook([{ ...HEAD, rows: [...HEAD.rows, ...PORTIONS.flat()] }]);
    const [one, other] = await Promise.all([long, whole].map((file) => readXlsx(file, { readStyles: true })));
    const told = ({ sheets: [sheet] }: NonNullable<typeof one>) => ({
      ...sheet!,
      rows: sheet!.rows.map((row) => row.map((value) => value ?? "")),
      cells: [...sheet!.cells!].map(([place, { style }]) => [place, style]).sort(),
    });
    expect(told(one!)).toEqual(told(other!));
    const heights = (file: Uint8Array) =>
      [...sheetXml(file).matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, row, height]) => [row, height]);
    expect(heights(long)).toEqual(heights(whole));
    expect(sheetXml(long)).not.toContain("<f>");
  });

  it("may have no rows below its head", async () => {
    const { sheets } = await readXlsx(await gathered(writeLongWorkbook(HEAD, from([]))));
    expect(sheets[0]!.rows.map((row) => row[0])).toEqual(["СРОКИ", "№"]);
  });

  it("goes out while its rows still come", async () => {
    let given = 0;
    const endless = async function* () {
      for (;;) {
        given += 1;
        yield rowsOf(given);
      }
    };
    let bytes = 0;
    for await (const piece of writeLongWorkbook(HEAD, endless())) {
      bytes += piece.length;
      if (bytes > 100_000) break;
    }
    expect(given).toBeLessThan(100);
  });

  it("tells of a fault of its rows, and what went out before it opens as no file", async () => {
    const out: Uint8Array[] = [];
    const many = Array.from({ length: 30 }, (_, portion) => rowsOf(portion));
    const broken = gathered(writeLongWorkbook(HEAD, from(many, new Error("оборвалось"))), out);
    await expect(broken).rejects.toThrow("оборвалось");
    expect(out.length).toBeGreaterThan(0);
    expect(() => unzipSync(Buffer.concat(out))).toThrow("invalid zip data");
  });
});

const sheetXml = (file: Uint8Array) => Buffer.from(unzipSync(file)["xl/worksheets/sheet1.xml"]!).toString("utf8");
