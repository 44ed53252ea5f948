import type { Block, DocumentGrids, GridCell, TableBlock } from "#shared/document-grids.ts";
import { headerKey, textOf } from "./fold.ts";
import { doubtOf } from "./notes.ts";
import { meaningOf } from "./roles.ts";
import type { Doubt } from "./reading.ts";

/**
 * Tables that no reading row by row can follow are drawn anew: one whose measures stand in columns is turned, and so are cards, two plans
 * side by side are put one under the other. The person is told and asked.
 */
export function redraw(document: DocumentGrids): { grids: DocumentGrids; doubts: readonly Doubt[] } {
  const mayDraw = (block: Block): block is TableBlock => block.kind === "table" && !block.made && !block.parent;
  const cards = cardsAmong(document.blocks.filter(mayDraw));
  const drawnCards: Block[] = [];
  const blocks = document.blocks.map((block): Block => {
    if (!mayDraw(block)) return block;
    const isCard = cards.has(block);
    const made = turned(block, isCard) ?? stacked(block);
    if (made && isCard) drawnCards.push(made);
    return made ?? block;
  });
  // One question for all cards.
  const [, ...others] = drawnCards;
  const asked = blocks.filter((block) => !others.includes(block));
  return { grids: { ...document, blocks }, doubts: asked.flatMap(doubtsOf) };
}

/** Tables of two columns with the same names down the left: each is one measure. A form that stands alone is none. */
function cardsAmong(tables: readonly TableBlock[]): ReadonlySet<TableBlock> {
  const forms = tables.flatMap((table) =>
    table.columns === 2 && mayTurn(table) ? [{ table, names: namesOf(table) }] : [],
  );
  const alike = forms.filter(({ names }, at) =>
    forms.some((other, place) => place !== at && other.names.join("|") === names.join("|")),
  );
  return new Set(alike.map(({ table }) => table));
}

const mayTurn = (table: TableBlock): boolean => table.rows >= 3 && table.rows <= 14 && isPlain(table);

const namesOf = ({ cells }: TableBlock): readonly string[] =>
  cells.filter(({ col }) => col === 0).map((cell) => headerKey(textOf(cell)));

function doubtsOf(block: Block): readonly Doubt[] {
  if (block.kind !== "table" || !block.made) return [];
  const { from } = block.made;
  if (from !== "turned" && from !== "stacked") return [];
  return [
    doubtOf(
      {
        kind: from === "turned" ? "transposed" : "side-by-side",
        weight: "question",
        address: { table: block.index, row: 0, col: 0 },
        text:
          from === "turned"
            ? "Мероприятия стоят столбцами или карточками, а не строками: таблица прочитана повёрнутой. Так ли это?"
            : "В таблице рядом стоят два плана с одинаковыми столбцами: прочитаны один за другим. Так ли это?",
        suggestion: "keep",
        options: [{ key: "keep", label: "Прочитано верно", hint: "иначе назовите таблицу справочной", value: null }],
      },
      block.index,
    ),
  ];
}

const isPlain = ({ cells, rows, columns }: TableBlock): boolean =>
  cells.length === rows * columns && cells.every(({ rowSpan, colSpan }) => rowSpan === 1 && colSpan === 1);

/** The names of the columns stand one under another in the first column. */
function turned(table: TableBlock, isCard: boolean): TableBlock | undefined {
  if ((table.columns < 3 && !isCard) || !mayTurn(table)) return undefined;
  const names = namesOf(table);
  const roles = names.map((name) => (name.length <= 60 ? meaningOf(name)?.role : undefined));
  const known = new Set(roles.filter((role) => role !== undefined));
  const named = roles.filter((role) => role !== undefined).length;
  const isHeader = known.size >= 3 && known.has("title") && (known.has("term") || known.has("responsible"));
  if (!isHeader || named < names.length * 0.7 || known.size < named) return undefined;
  const first = table.cells.filter(({ row }) => row === 0).map(textOf);
  const across = new Set(first.flatMap((text) => meaningOf(headerKey(text))?.role ?? []));
  if (across.has("term") || across.has("responsible")) return undefined;
  const cells = table.cells
    .map((cell): GridCell => ({ ...cell, row: cell.col, col: cell.row }))
    .sort((a, b) => a.row - b.row || a.col - b.col);
  return drawn(table, cells, table.columns, table.rows, "turned");
}

/** The header says the same words twice, left and right. */
function stacked(table: TableBlock): TableBlock | undefined {
  const half = table.columns / 2;
  if (!Number.isInteger(half) || half < 2 || !isPlain(table)) return undefined;
  const names = table.cells.filter(({ row }) => row === 0).map((cell) => headerKey(textOf(cell)));
  const [left, right] = [names.slice(0, half), names.slice(half)];
  const roles = new Set(left.flatMap((name) => meaningOf(name)?.role ?? []));
  if (left.join("|") !== right.join("|") || !roles.has("title") || roles.size < 2) return undefined;
  const isFilled = (row: number): boolean =>
    table.cells.some((cell) => cell.row === row && cell.col >= half && textOf(cell) !== "");
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) => row > 0 && isFilled(row));
  const cells = table.cells.flatMap((cell): GridCell[] => {
    if (cell.col < half) return [cell];
    const at = rows.indexOf(cell.row);
    return at < 0 ? [] : [{ ...cell, row: table.rows + at, col: cell.col - half }];
  });
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return drawn(table, cells, table.rows + rows.length, half, "stacked");
}

function drawn(
  { kind, index }: TableBlock,
  cells: readonly GridCell[],
  rows: number,
  columns: number,
  from: "turned" | "stacked",
): TableBlock {
  return { kind, index, rows, columns, cells, made: { from } };
}
