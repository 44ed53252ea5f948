import type { CellAddress, DocumentGrids } from "#shared/document-grids.ts";
import { textOf } from "./fold.ts";
import { guessedHyphen } from "./guessed-hyphens.ts";
import { short, type Remark } from "./notes.ts";
import type { Doubt, ReadTable, Section } from "./reading.ts";

const ASIDE: ReadonlySet<string> = new Set(["empty-row", "total-row", "footnote"]);

/** Wider than any table that is read. */
const MOST_COLUMNS = 4096;
const placeOf = ({ row, col }: { readonly row: number; readonly col: number }): number => row * MOST_COLUMNS + col;

/**
 * What the cells of a plan raise by themselves. Nothing printed there may vanish: a cell that no section, measure or header took is asked
 * about. `said` are the doubts raised while the plan was read.
 */
export function checkCells(table: ReadTable, { blocks }: DocumentGrids, said: readonly Doubt[]): readonly Remark[] {
  const placed = new Map(table.tableIndexes.map((index) => [index, new Set<number>()]));
  place(table.sections, placed);
  const aside = said.flatMap(({ kind, where }) => (ASIDE.has(kind) && where.address ? [where.address] : []));
  const skipped = new Set([...table.headerRows, ...aside].map(({ table: at, row }) => `${at}/${row}`));
  const lost: Remark[] = [];
  const hyphens: Remark[] = [];
  for (const block of blocks) {
    const taken = block.kind === "table" ? placed.get(block.index) : undefined;
    if (block.kind !== "table" || !taken) continue;
    for (const cell of block.cells) {
      const address = { table: block.index, row: cell.row, col: cell.col };
      const hyphen = guessedHyphen(cell, address);
      if (hyphen) hyphens.push(hyphen);
      if (taken.has(placeOf(cell)) || skipped.has(`${block.index}/${cell.row}`)) continue;
      const text = textOf(cell);
      if (text !== "") lost.push(unplaced(text, address));
    }
  }
  return [...lost, ...hyphens];
}

function place(sections: readonly Section[], placed: ReadonlyMap<number, Set<number>>): void {
  const put = (cells: readonly CellAddress[]): void => {
    for (const one of cells) placed.get(one.table)?.add(placeOf(one));
  };
  for (const { cells, sections: inner, measures } of sections) {
    put(cells);
    for (const measure of measures) for (const own of Object.values(measure.cells)) put(own);
    place(inner, placed);
  }
}

function unplaced(text: string, address: CellAddress): Remark {
  return {
    kind: "unplaced-text",
    weight: "question",
    address,
    text: `Текст «${short(text)}» не вошёл ни в одно мероприятие.`,
    suggestion: text,
  };
}
