import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
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

const texts = (html: string): string[] =>
  readHtml(html).map((block) =>
    block.kind === "paragraph"
      ? `${"#".repeat(block.level ?? 0)}${block.bold ? "*" : ""}${block.list ? `[${block.list.depth} ${block.list.marker}]` : ""}${block.text}`
      : `table ${rowsOf(block).join(" / ")}`,
  );
const rowsOf = (table: Extract<ReturnType<typeof readHtml>[number], { kind: "table" }>): string[] => {
  const rows: string[][] = [];
  for (const { row, paragraphs, marks } of table.cells)
    (rows[row] ??= []).push(paragraphs.map((text, at) => `${marks?.[at] ? `[${marks[at]}]` : ""}${text}`).join("|"));
  return rows.map((row) => row.join(";"));
};
const WORD = (mark: string, text: string, level = 1): string =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7pt'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

describe("what programs put on the clipboard", () => {
  it.each([
    [
      "lists of Word are paragraphs with typed marks",
      `<html xmlns:o="urn"><head><style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body lang=RU>${WORD("1.", "Провести опрос")}${WORD("1.1.", "Собрать книги", 2)}${WORD("·", "чтение")}${WORD("o", "письмо", 2)}<p class=MsoNormal><b>Итог<o:p></o:p></b></p></body></html>`,
      ["[0 1.]Провести опрос", "[1 1.1.]Собрать книги", "[0 •]чтение", "[1 •]письмо", "*Итог"],
    ],
    [
      "a list in a cell of Word",
      `<table class=MsoTableGrid><tr><td><p>1</p></td><td>${WORD("-", "опрос")}${WORD("-", "показ")}</td></tr></table>`,
      ["table 1;[-]опрос|[-]показ"],
    ],
    [
      "Excel: line ends in a cell, hidden rows and columns, numbers",
      `<html xmlns:x="urn:excel"><body><table border=0><col width=64><tr height=20><td class=xl65 x:num>1</td><td>Опрос<br style='mso-data-placement:same-cell;'>школ</td><td style='display:none'>x</td></tr><tr style='display:none'><td>y</td></tr><tr><td>2</td><td>&nbsp;</td></tr></table></body></html>`,
      ["table 1;Опрос|школ / 2;"],
    ],
    [
      "LibreOffice",
      '<table cellspacing="0"><colgroup width="85"></colgroup><tr><td height="17" align="left"><font face="Arial">Срок</font></td><td sdval="2" sdnum="1049;">2</td></tr></table>',
      ["table Срок;2"],
    ],
    [
      "Google Docs",
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;">План</span></p><ol start="3"><li dir="ltr" aria-level="1"><p><span style="font-weight:400;">опрос</span></p></li><ul><li aria-level="2"><p>школы</p></li></ul></ol><table><tbody><tr><td><p dir="ltr"><span>май</span></p></td></tr><tr><td>июнь</td></tr></tbody></table></b>`,
      ["*План", "[0 3.]опрос", "[1 •]школы", "table май / июнь"],
    ],
    [
      "a page: its menus, buttons and hidden parts are left out, its layout tables too",
      `<body><nav>Главная</nav><table role="presentation"><tr><td><aside>Реклама</aside></td><td><h1>План</h1><p>на год<table><caption>Таблица 1</caption><thead><tr><th>№<th>Дело</thead><tbody><tr><td rowspan=2>1<td>опрос</tr><tr><td>показ</tr></tbody></table><button>Скачать</button><p hidden>тайно</p><p>Итог</td></tr></table></body>`,
      ["#План", "на год", "Таблица 1", "table №;Дело / 1;опрос / показ", "Итог"],
    ],
    [
      "a table of data inside one that lays the page out",
      `<table><tr><td>Меню</td><td>До<table><tr><td>1<td>опрос<tr><td>2<td>показ<tr><td>3<td>сбор</table>После</td></tr></table>`,
      ["Меню", "До", "table 1;опрос / 2;показ / 3;сбор", "После"],
    ],
    [
      "lists with a start, letters and their own values",
      `<ol start=4><li>а<li value="7">б</ol><ol type=a><li>в</ol><ol style="list-style-type:lower-roman"><li>г<li>д<ol><li>е</ol></ol><ul><li>ё</ul>`,
      ["[0 4.]а", "[0 7.]б", "[0 a.]в", "[0 i.]г", "[0 ii.]д", "[1 1.]е", "[0 •]ё"],
    ],
    [
      "line ends: one stays in the paragraph, two part it",
      "<p>Приказ<br>директора<br><br>от мая</p>&#150; школа &#8470;&nbsp;5&hellip;",
      ["Приказ\nдиректора", "от мая", "– школа №\u00A05…"],
    ],
    [
      "a row to the end of its table",
      "<table><tr><td rowspan=0>1<td>а<tr><td>б<tr><td>в</table>",
      ["table 1;а / б / в"],
    ],
  ])("%s", (_name, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });
});

it.each([
  ["tags that never end", "<p".repeat(60_000)],
  ["a name that never ends", `<${"p".repeat(500_000)}`],
  ["conditions that never end", "<![if ".repeat(60_000)],
  ["tables without end", "<table><tr><td>".repeat(20_000)],
  ["bold without end", "<b>а".repeat(30_000)],
  ["spans beyond any page", `<table>${"<tr><td colspan=200 rowspan=200>а<td colspan=200>б".repeat(300)}</table>`],
  ["quotes without end", '<a "'.repeat(60_000)],
])("%s are read at once", (_name, html) => {
  expect(Array.isArray(readHtml(html))).toBe(true);
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
    "<head>",
    "<body>",
    "<li>",
    "<ol type=i start=-4>",
    "</ol>",
    "<br>",
    "<b>",
    "</p>",
    "<p style='mso-list:l0 level1'>",
    "<span style='mso-list:Ignore'>",
    "<tr hidden>",
    "</script>",
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => Array.isArray(readHtml(pieces.join("")))),
    { numRuns: runs(100) },
  );
});
