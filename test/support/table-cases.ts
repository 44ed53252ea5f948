import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Block, DocumentGrids, GridCell, TableBlock } from "#shared/document-grids.ts";

/** One case of fixtures/tables: a document drawn in signs and what a careful person reads in it. The format is in its README. */
export interface TableCase {
  readonly name: string;
  /** the trait the case shows: its first comment */
  readonly about: string;
  readonly document: DocumentGrids;
  readonly expected: Expected;
}

export interface Expected {
  /** lines of sections, measures and, where the case names them, tables and rows */
  readonly lines: readonly string[];
  readonly doubts: readonly ExpectedDoubt[];
  /** the reading asks nothing */
  readonly noQuestions: boolean;
}

export interface ExpectedDoubt {
  readonly weight: "question" | "note";
  /** «?» for any */
  readonly kind: string;
}

const FOLDER = resolve(import.meta.dirname, "../../fixtures/tables");

/** Names of the cases, without «.txt». */
export function tableCaseNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.replace(/\.txt$/, ""))
    .sort();
}

export function tableCase(name: string): TableCase {
  return parseTableCase(readFileSync(join(FOLDER, `${name}.txt`), "utf8"), name);
}

/** Throws a sentence with the file and line where a case breaks the format. */
export function parseTableCase(source: string, name: string): TableCase {
  const lines = source.split(/\r?\n/);
  const fault = (at: number, words: string): Error => new Error(`${name}.txt, строка ${at + 1}: ${words}`);
  const middle = lines.findIndex((line) => line.trim() === "[прочитано]");
  if (middle < 0) throw fault(lines.length - 1, "нет строки [прочитано]");
  const about = lines.find((line) => line.startsWith("#"))?.replace(/^#\s*/, "") ?? "";
  if (about === "") throw fault(0, "первой строкой нужен комментарий: какой признак показывает случай");
  const blocks: Block[] = [];
  let open: { at: number; widths: readonly number[]; rows: string[][] } | undefined;
  let index = 0;
  lines.slice(0, middle).forEach((line, at) => {
    const start = /^\[таблица(?:\s+([\d,\s]+))?\]$/.exec(line.trim());
    if (line.trim() === "[/таблица]") {
      if (!open) throw fault(at, "таблица не начата");
      blocks.push(tableOf(open.rows, open.widths, index, (words) => fault(open!.at, words)));
      index += 1;
      open = undefined;
    } else if (start) {
      if (open) throw fault(at, "предыдущая таблица не закрыта: нужна строка [/таблица]");
      open = { at, widths: start[1] ? start[1].split(",").map(Number) : [], rows: [] };
    } else if (open) {
      if (line.trim() !== "") open.rows.push(line.split("|").map((cell) => cell.trim()));
    } else if (line.trim() !== "" && !line.startsWith("#")) blocks.push(paragraphOf(line.trim()));
  });
  if (open) throw fault(open.at, "таблица не закрыта");
  return {
    name,
    about,
    document: { document: name, blocks },
    expected: expectedOf(lines.slice(middle + 1), (at, words) => fault(middle + 1 + at, words)),
  };
}

function paragraphOf(line: string): Block {
  const [, sign, rest] = /^\[(заголовок(?: \d)?|жирный|пункт [^\]]+)\]\s*(.*)$/.exec(line) ?? [];
  const text = (rest ?? line).replaceAll("\\n", "\n");
  if (sign === "жирный") return { kind: "paragraph", text, bold: true };
  if (sign?.startsWith("заголовок")) return { kind: "paragraph", text, level: Number(sign.slice(10) || "1") };
  if (sign?.startsWith("пункт ")) return { kind: "paragraph", text, list: { marker: sign.slice(6), depth: 0 } };
  return { kind: "paragraph", text };
}

function tableOf(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  index: number,
  fault: (words: string) => Error,
): TableBlock {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const owners: (GridCell & { rowSpan: number; colSpan: number })[][] = rows.map(() => []);
  const cells: { row: number; col: number; rowSpan: number; colSpan: number; paragraphs: readonly string[] }[] = [];
  rows.forEach((row, at) => {
    row.forEach((text, col) => {
      const owner = text === "←" ? owners[at]![col - 1] : text === "↑" ? owners[at - 1]?.[col] : undefined;
      if ((text === "←" || text === "↑") && !owner) throw fault(`знаку ${text} не с чем соединиться`);
      if (owner) {
        owner.colSpan = Math.max(owner.colSpan, col - owner.col + 1);
        owner.rowSpan = Math.max(owner.rowSpan, at - owner.row + 1);
        owners[at]![col] = owner;
        return;
      }
      const cell = { row: at, col, rowSpan: 1, colSpan: 1, ...cellText(text) };
      cells.push(cell);
      owners[at]![col] = cell;
    });
  });
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let col = cell.col; col < cell.col + cell.colSpan; col += 1)
        if (owners[row]![col] !== cell)
          throw fault(`соединённая ячейка «${cell.paragraphs.join(" ")}» не прямоугольна`);
  return {
    kind: "table",
    index,
    rows: rows.length,
    columns,
    cells,
    ...(widths.length === columns && { widths }),
  };
}

/** «{1.} Опрос»: a mark of a Word list before the text of a line. */
function cellText(text: string): Pick<GridCell, "paragraphs" | "marks"> {
  const parts = text.split("\\n").map((line) => /^\{([^}]+)\}\s*(.*)$/.exec(line.trim()) ?? [line, null, line.trim()]);
  const marks = parts.map(([, mark]) => mark ?? null);
  return { paragraphs: parts.map(([, , line]) => line ?? ""), ...(marks.some((mark) => mark !== null) && { marks }) };
}

function expectedOf(lines: readonly string[], fault: (at: number, words: string) => Error): Expected {
  const said: string[] = [];
  const doubts: ExpectedDoubt[] = [];
  let noQuestions = false;
  lines.forEach((line, at) => {
    const text = line.trim();
    const doubt = /^(вопрос|замечание)\s+(\S+)/.exec(text);
    if (text === "" || text.startsWith("#")) return;
    if (text === "вопросов нет") noQuestions = true;
    else if (doubt) doubts.push({ weight: doubt[1] === "вопрос" ? "question" : "note", kind: doubt[2]! });
    else if (/^(?:раздел|мероприятие|таблица|строка) /.test(text)) said.push(line.trimEnd());
    else throw fault(at, `непонятное начало «${text.split(" ")[0]}»`);
  });
  return { lines: said, doubts, noQuestions };
}
