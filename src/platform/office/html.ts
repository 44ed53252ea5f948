import type { Block, CellAddress, GridCell } from "#shared/document-grids.ts";

const MOST_SPAN = 200;
const BREAKS = new Set([
  "p",
  "div",
  "br",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "tr",
  "ul",
  "ol",
  "section",
  "article",
  "caption",
]);
const SILENT = new Set(["script", "style", "head", "template", "noscript", "svg", "title", "o:p-hidden"]);
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[[\s\S]*?\]>|<[!?][^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

interface HtmlTable {
  readonly rows: HtmlCell[][];
  /** the cell being filled */
  cell: HtmlCell | undefined;
}

interface HtmlCell {
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: string[];
  readonly marks: (string | null)[];
  readonly nested: HtmlTable[];
}

/** Blocks of pasted HTML (from Word, Excel or a page): its tables with their spans, headings and paragraphs; tolerant of any markup. */
export function readHtml(html: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: HtmlTable[] = [];
  let line = "";
  let mark: string | null = null;
  let level = 0;
  let silent: string | null = null;
  let tables = 0;

  const flush = (): void => {
    const text = line.replace(/[ \t\r\n]+/g, " ").trim();
    line = "";
    const cell = open.at(-1)?.cell;
    if (text !== "" && cell) {
      cell.paragraphs.push(text);
      cell.marks.push(mark);
    } else if (text !== "" && open.length === 0) {
      blocks.push({
        kind: "paragraph",
        text,
        ...(level && { level }),
        ...(mark && { list: { marker: mark, depth: 0 } }),
      });
    }
    if (text !== "") mark = null;
  };

  const startTag = (name: string, attributes: string): void => {
    if (BREAKS.has(name)) flush();
    if (name === "table") {
      flush();
      open.push({ rows: [], cell: undefined });
    } else if (name === "tr") {
      const table = open.at(-1);
      if (table) {
        table.cell = undefined;
        table.rows.push([]);
      }
    } else if (name === "td" || name === "th") {
      flush();
      const table = open.at(-1);
      if (!table) return;
      if (table.rows.length === 0) table.rows.push([]);
      table.cell = {
        colSpan: spanOf(attributes, "colspan"),
        rowSpan: spanOf(attributes, "rowspan"),
        paragraphs: [],
        marks: [],
        nested: [],
      };
      table.rows.at(-1)!.push(table.cell);
    } else if (name === "li") mark = "•";
    else if (/^h[1-6]$/.test(name)) level = Number(name[1]);
    else if (SILENT.has(name) && !attributes.endsWith("/")) silent = name;
  };

  const endTag = (name: string): void => {
    if (BREAKS.has(name) || name === "td" || name === "th" || name === "table") flush();
    if (name === "td" || name === "th") {
      const table = open.at(-1);
      if (table) table.cell = undefined;
    } else if (name === "table") {
      const table = open.pop();
      if (!table || table.rows.length === 0) return;
      if (open.length === 0) tables = placeTable(table, tables, blocks);
      else open.at(-1)!.cell?.nested.push(table);
    } else if (/^h[1-6]$/.test(name)) level = 0;
  };

  let at = 0;
  for (const token of html.matchAll(TOKEN)) {
    if (!silent) line += entities(html.slice(at, token.index));
    at = token.index + token[0].length;
    const name = token[2]?.toLowerCase();
    if (!name) continue;
    if (silent) {
      if (token[1] && name === silent) silent = null;
    } else if (token[1]) endTag(name);
    else startTag(name, token[3] ?? "");
  }
  if (!silent) line += entities(html.slice(at));
  flush();
  while (open.length > 0) endTag("table");
  return blocks;
}

function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, "i").exec(attributes);
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), MOST_SPAN);
}

/** Puts a table and those inside its cells among the blocks; returns the index for the next table. */
function placeTable({ rows }: HtmlTable, index: number, blocks: Block[], parent?: CellAddress): number {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  const inner: { readonly table: HtmlTable; readonly row: number; readonly col: number }[] = [];
  let columns = 0;
  rows.forEach((row, at) => {
    let col = 0;
    for (const { colSpan, rowSpan, paragraphs, marks, nested } of row) {
      while (taken.has(`${at},${col}`)) col += 1;
      const down = Math.min(rowSpan, rows.length - at);
      for (let y = at; y < at + down; y += 1) for (let x = col; x < col + colSpan; x += 1) taken.add(`${y},${x}`);
      const listed = marks.some((one) => one !== null);
      const texts = paragraphs.length > 0 ? paragraphs : [""];
      cells.push({ row: at, col, rowSpan: down, colSpan, paragraphs: texts, ...(listed && { marks }) });
      for (const table of nested) inner.push({ table, row: at, col });
      col += colSpan;
      columns = Math.max(columns, col);
    }
  });
  blocks.push({ kind: "table", index, rows: rows.length, columns, cells, ...(parent && { parent }) });
  let next = index + 1;
  for (const { table, row, col } of inner) next = placeTable(table, next, blocks, { table: index, row, col });
  return next;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  laquo: "«",
  raquo: "»",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  bull: "•",
  middot: "·",
  shy: "",
  sect: "§",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  minus: "−",
  numero: "№",
};

function entities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, code: string) => {
    if (!code.startsWith("#")) return NAMED[code.toLowerCase()] ?? whole;
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
