import fc from "fast-check";
import { expect, it } from "vitest";
import { readHtml } from "./html.ts";

it("takes tables with their spans, headings and lists", () => {
  const html = `<html><head><style>p{}</style><title>x</title></head><body><h2>План <b>чтения</b></h2><ul><li>опрос</ul>
    <table><tr><th rowspan=2>№</th><th colspan="2">Годы</th></tr><tr><td>2025<td>2026</tr>
    <tr><td>1<td><p>Опрос</p><p>и&nbsp;отчёт &laquo;Книга&raquo;</p></td><td></td></tr></table>После`;
  const [title, item, table, after] = readHtml(html);
  expect(title).toEqual({ kind: "paragraph", text: "План чтения", level: 2 });
  expect(item).toEqual({ kind: "paragraph", text: "опрос", list: { marker: "•", depth: 0 } });
  expect(after).toEqual({ kind: "paragraph", text: "После" });
  const cells =
    table?.kind === "table"
      ? table.cells.map(
          ({ row, col, colSpan, rowSpan, paragraphs }) => `${row},${col} ${colSpan}x${rowSpan} ${paragraphs.join("|")}`,
        )
      : [];
  expect(cells).toEqual([
    "0,0 1x2 №",
    "0,1 2x1 Годы",
    "1,1 1x1 2025",
    "1,2 1x1 2026",
    "2,0 1x1 1",
    "2,1 1x1 Опрос|и\u00A0отчёт «Книга»",
    "2,2 1x1 ",
  ]);
});

it("gives a table inside a cell its place", () => {
  const blocks = readHtml(
    "<table><tr><td>а<td>план<table><tr><td>1<td>опрос</table></table><table><tr><td>после<td>неё</table>",
  );
  expect(blocks.map((block) => block.kind === "table" && [block.index, block.parent, block.cells.length])).toEqual([
    [0, undefined, 2],
    [1, { table: 0, row: 0, col: 1 }, 2],
    [2, undefined, 2],
  ]);
});

it("leaves scripts, comments and Word's own remarks out", () => {
  expect(
    readHtml(
      "<!-- a <b> --><script>if (a < b) document.write('<p>no')</script><!--[if gte mso 9]><xml>x</xml><![endif]-->да",
    ),
  ).toEqual([{ kind: "paragraph", text: "да" }]);
});

it("takes any markup without an exception", () => {
  const piece = fc.constantFrom(
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td colspan=3>",
    "<td rowspan='9999'>",
    "</td>",
    "<",
    ">",
    "&#x110000;",
    "&amp;",
    "<!--",
    "текст",
    "<p",
    "<script>",
    "</script>",
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => Array.isArray(readHtml(pieces.join("")))),
    { numRuns: 500 },
  );
});
