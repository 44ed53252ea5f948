import { describe, expect, it } from "vitest";
import { told } from "../../../test/support/block-views.ts";
import { docx, p, run, tbl, tc, tr } from "../../../test/support/docx-builder.ts";
import { readDocx } from "./docx.ts";
import { OfficeRefusal } from "./problems.ts";

const control = (xml: string, properties = ""): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
const tcWith = (properties: string, text: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const endMark = (mark: string, text: string): string =>
  `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${text && run(text)}</w:p>`;
const MOVED = '<w:moveFrom w:id="1" w:author="x"/>';
const DELETED = '<w:del w:id="1" w:author="x"/>';

describe("tables", () => {
  it.each([
    [
      "an inserted row stays, a deleted, a hidden and a moved one go",
      [
        tr(["а"], { properties: '<w:ins w:id="1" w:author="x"/>' }),
        tr(["б"], { properties: DELETED }),
        tr(["в"], { properties: "<w:hidden/>" }),
        tr([`<w:tc><w:tcPr/>${endMark(MOVED, "")}</w:tc>`]),
        tr(["г"]),
      ],
      ["0,0 1x1 а", "1,0 1x1 г"],
    ],
    [
      "a deleted cell goes, an inserted one stays",
      [tr(["а", tcWith('<w:cellDel w:id="1" w:author="x"/>', "б"), tcWith('<w:cellIns w:id="2" w:author="x"/>', "в")])],
      ["0,0 1x1 а", "0,1 1x1 в"],
    ],
    [
      "cells merged while changes were tracked",
      [
        tr([tcWith('<w:cellMerge w:id="1" w:author="x" w:vMerge="rest"/>', "а"), "б"]),
        tr([tcWith('<w:cellMerge w:id="2" w:author="x" w:vMerge="cont"/>', ""), "в"]),
      ],
      ["0,0 1x2 а", "0,1 1x1 б", "1,1 1x1 в"],
    ],
    [
      "a merge that goes on under a row that begins later",
      [tr(["а", tc("б", { merge: "start" })]), tr([tc("", { merge: "on" })], { before: 1 }), tr(["в", "г"])],
      ["0,0 1x1 а", "0,1 1x2 б", "1,0 1x1 ", "2,0 1x1 в", "2,1 1x1 г"],
    ],
    [
      "a merge that goes on where nothing stands above",
      [tr([tc("а", { merge: "on" }), "б"])],
      ["0,0 1x1 а", "0,1 1x1 б"],
    ],
    [
      "the older merge along a row",
      [tr([tcWith('<w:hMerge w:val="restart"/>', "а"), tcWith("<w:hMerge/>", ""), "б"])],
      ["0,0 2x1 а", "0,2 1x1 б"],
    ],
    [
      "content controls around rows, cells and what stands in them",
      [control(control(tr([control(tc([control(p("а"))])), "б"])))],
      ["0,0 1x1 а", "0,1 1x1 б"],
    ],
    [
      "text does not run out of a cell whose last mark was deleted",
      [tr([`<w:tc><w:tcPr/>${endMark(DELETED, "а")}</w:tc>`, "б"])],
      ["0,0 1x1 а", "0,1 1x1 б"],
    ],
  ])("%s", (_name, rows, cells) => {
    expect(told(readDocx(docx([tbl(rows)])))).toEqual(cells);
  });
});

it("tables nested beyond reason are refused", () => {
  const nested = Array.from({ length: 700 }).reduce<string>((inner) => tbl([tr([tc([inner])])]), p("дно"));
  expect(() => readDocx(docx([nested]))).toThrow(OfficeRefusal);
});
