import type { Block, ParagraphBlock } from "#shared/document-grids.ts";
import { MOST_SQUARES } from "./bounds.ts";
import { nextMark, openList, type HtmlList } from "./html-list.ts";
import { blocksOfPage, type HtmlCell, type HtmlTable } from "./html-tables.ts";
import { attributeOf, htmlTokens } from "./html-tokens.ts";
import { OfficeRefusal } from "./problems.ts";

const MOST_SPAN = 200;
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const BREAKS = words(
  "p div li dt dd h1 h2 h3 h4 h5 h6 tr ul ol dl table caption section article header footer main hr pre blockquote address figure form",
);
/** what a page shows around its text, and what it does not show at all */
const SILENT = words(
  "script style head template noscript svg title xml nav aside button select option textarea iframe object audio video canvas map",
);
const VOID = words("br hr img input meta link col area base embed param source track wbr");
/** pages go no deeper; a source that does is read as if its tags beyond were not there */
const DEEPEST = 40;
const MOST_OPEN = 400;
const LINE_END = "\u2028";

/** What holds inside an element; it holds inside those within it too. */
interface OpenElement {
  readonly name: string;
  /** line ends of the source are line ends */
  readonly pre: boolean;
  readonly hidden: boolean;
  readonly bold: boolean;
  /** Word prints the mark of a list as text of its own */
  readonly mark: boolean;
}

interface OpenTable {
  readonly table: HtmlTable;
  cell: HtmlCell | undefined;
  /** lists open when the table began: those inside a cell are its own */
  readonly lists: number;
}

/**
 * Blocks of pasted HTML (Word, Excel, LibreOffice, Google Docs, a page): its tables with their spans, headings, paragraphs, and lists
 * with their computed or printed marks. What is hidden, and what a page puts around its text (menus, buttons), is left out. Tolerant of
 * any markup; throws OfficeRefusal for more cells than any page has.
 */
export function readHtml(html: string): readonly Block[] {
  const page: (ParagraphBlock | HtmlTable)[] = [];
  const tables: OpenTable[] = [];
  const lists: HtmlList[] = [];
  const open: OpenElement[] = [];
  let line = { text: "", letters: 0, bold: 0 };
  let mark: { marker: string; depth: number } | null = null;
  let typed = "";
  let level = 0;
  let cells = 0;

  const flush = (): void => {
    const { text, letters, bold } = line;
    line = { text: "", letters: 0, bold: 0 };
    const parts = text
      .replace(/[ \t\r\n]+/g, " ")
      .split(/ ?\u2028(?: ?\u2028)+ ?/)
      .map((part) => part.replace(/ ?\u2028 ?/g, "\n").trim())
      .filter((part) => part !== "");
    if (parts.length === 0) return;
    const marker = wordMark(typed) || mark?.marker;
    const into = innermost(tables)?.content ?? page;
    parts.forEach((part, at) =>
      into.push({
        kind: "paragraph",
        text: part,
        ...(level > 0 && { level }),
        ...(letters > 0 && bold === letters && level === 0 && { bold: true }),
        ...(marker && at === 0 && { list: { marker, depth: mark?.depth ?? 0 } }),
      }),
    );
    mark = null;
    typed = "";
  };

  /** The innermost open element of a name; nothing is sought across the edge of a table. */
  const placeOf = (name: string): number => {
    for (let at = open.length - 1; at >= 0; at -= 1) {
      const one = open[at]!.name;
      if (one === name) return at;
      if (one === "table" && name !== "body") return -1;
    }
    return -1;
  };
  const close = (name: string): void => {
    const at = placeOf(name);
    if (at >= 0) open.length = at;
  };

  const start = (name: string, attributes: string): void => {
    if (BREAKS.has(name)) flush();
    if (name === "br") line.text += LINE_END;
    for (const ended of IMPLIED.get(name) ?? []) close(ended);
    const style = attributeOf(attributes, "style") ?? "";
    if (name === "table" && tables.length < DEEPEST) {
      const layout = attributeOf(attributes, "role") === "presentation";
      tables.push({ table: { kind: "table", rows: [], layout }, cell: undefined, lists: lists.length });
    } else if (name === "tr") {
      const table = tables.at(-1);
      if (table && !isHidden(attributes, style)) {
        table.cell = undefined;
        table.table.rows.push([]);
      }
    } else if (name === "td" || name === "th") {
      flush();
      cells += 1;
      if (cells > MOST_SQUARES) throw new OfficeRefusal("office-boundless");
      if (!isHidden(attributes, style)) startCell(tables.at(-1), attributes);
    } else if (name === "ol" || name === "ul") lists.push(openList(name, attributes));
    else if (name === "li")
      mark = { marker: nextMark(lists.at(-1), attributes), depth: depthOf(lists, tables, attributes) };
    else if (/^h[1-6]$/.test(name)) level = Number(name[1]);
    const wordLevel = /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1];
    if (wordLevel) mark = { marker: "", depth: Number(wordLevel) - 1 };
    if (VOID.has(name) || attributes.endsWith("/") || open.length >= MOST_OPEN) return;
    open.push({
      name,
      hidden: SILENT.has(name) || isHidden(attributes, style),
      bold: isBold(name, style) ?? open.at(-1)?.bold ?? false,
      mark: open.at(-1)?.mark === true || /mso-list:\s*ignore/i.test(style),
      pre: open.at(-1)?.pre === true || name === "pre",
    });
  };

  const end = (name: string): void => {
    if (BREAKS.has(name) || name === "td" || name === "th") flush();
    if (name === "td" || name === "th") {
      const table = tables.at(-1);
      if (table) table.cell = undefined;
    } else if (name === "table") {
      const ended = tables.pop();
      if (ended) {
        lists.length = Math.min(lists.length, ended.lists);
        (innermost(tables)?.content ?? page).push(ended.table);
      }
    } else if (name === "ol" || name === "ul") lists.pop();
    else if (name === "li") mark = null;
    else if (/^h[1-6]$/.test(name)) level = 0;
    close(name);
  };

  for (const token of htmlTokens(html)) {
    const inside = open.at(-1);
    const hidden = inside?.hidden === true;
    if (token.kind === "text") {
      if (hidden) continue;
      if (inside?.mark) typed += token.text;
      else {
        const letters = token.text.replace(/\s/g, "").length;
        const text = inside?.pre ? token.text.replace(/\n/g, LINE_END) : token.text;
        const bold = inside?.bold ? letters : 0;
        line = { text: line.text + text, letters: line.letters + letters, bold: line.bold + bold };
      }
    } else if (token.kind === "end") {
      // Something hidden that nobody has ended ends with what is around it.
      if (hidden && open[placeOf(token.name)]?.hidden !== false) close(token.name);
      else end(token.name);
    } else if (!hidden || (token.name === "body" && open.some(({ name }) => name === "head"))) {
      start(token.name, token.attributes);
    } else if (
      !VOID.has(token.name) &&
      !token.attributes.endsWith("/") &&
      !RAW.has(inside!.name) &&
      open.length < MOST_OPEN
    ) {
      open.push({ name: token.name, hidden: true, bold: false, mark: false, pre: false });
    }
  }
  flush();
  while (tables.length > 0) end("table");
  return blocksOfPage(page);
}

/** inside these a tag is a letter like others */
const RAW = words("script style title textarea xml");

/** Tags that end others when nobody has. */
const IMPLIED: ReadonlyMap<string, readonly string[]> = new Map([
  ["p", ["p"]],
  ["li", ["li"]],
  ["tr", ["tr"]],
  ["td", ["td", "th"]],
  ["th", ["td", "th"]],
  ["body", ["head"]],
]);

function innermost(tables: readonly OpenTable[]): HtmlCell | undefined {
  return [...tables].reverse().find(({ cell }) => cell !== undefined)?.cell;
}

function startCell(open: OpenTable | undefined, attributes: string): void {
  if (!open) return;
  if (open.table.rows.length === 0) open.table.rows.push([]);
  open.cell = { colSpan: spanOf(attributes, "colspan", 1), rowSpan: spanOf(attributes, "rowspan", 0), content: [] };
  open.table.rows.at(-1)!.push(open.cell);
}

function spanOf(attributes: string, name: "colspan" | "rowspan", least: number): number {
  const span = Number.parseInt(attributeOf(attributes, name) ?? "1", 10);
  return Math.min(Math.max(Number.isFinite(span) ? span : 1, least), MOST_SPAN);
}

function isHidden(attributes: string, style: string): boolean {
  return (
    /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/i.test(style) ||
    attributeOf(attributes, "hidden") !== undefined
  );
}

function isBold(name: string, style: string): boolean | undefined {
  const weight = /font-weight:\s*([a-z]+|\d+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return name === "b" || name === "strong" || name === "th" ? true : undefined;
}

/** Lists opened inside the cell count, those around its table do not. */
function depthOf(lists: readonly HtmlList[], tables: readonly OpenTable[], attributes: string): number {
  const own = Number.parseInt(attributeOf(attributes, "aria-level") ?? "", 10);
  if (Number.isFinite(own) && own > 0) return Math.min(own, 9) - 1;
  return Math.max(lists.length - (tables.at(-1)?.lists ?? 0) - 1, 0);
}

/** Word's bullets are letters of sign fonts («·», «o», «§»): a mark without a digit or more letters is a dot. */
function wordMark(typed: string): string {
  const text = typed.replace(/\s+/g, "");
  if (text === "") return "";
  return /^[·o§ØüqvΧ•▪\uF000-\uF0FF]$/u.test(text) ? "•" : text;
}
