import type { CellAddress, DocumentGrids } from "#shared/document-grids.ts";
import { foldAll } from "#domain/tables/fold.ts";
import { measuresOf, type Reading, type ReadTable, type TableKind } from "#domain/tables/reading.ts";

/** A document as it was read: the reading, and the grids its addresses point into. */
export interface Source {
  readonly grids: DocumentGrids;
  readonly reading: Reading;
}

const PLANS: ReadonlySet<TableKind> = new Set(["plan", "matrix"]);
/** read from paragraphs: points of an order, lists of duties */
const MADE: ReadonlySet<TableKind> = new Set(["points", "duties"]);

/** Tables that can become roadmaps. */
export function roadmapTables(reading: Reading): ReadTable[] {
  return reading.tables.filter(({ kind }) => PLANS.has(kind) || MADE.has(kind)).filter(hasMeasures);
}

/** Those taken where nobody has said otherwise: the plans; points and duties only where the document has no plan. */
export function proposedTables(reading: Reading): ReadTable[] {
  const plans = reading.tables.filter(({ kind }) => PLANS.has(kind)).filter(hasMeasures);
  return plans.length > 0 ? plans : roadmapTables(reading);
}

function hasMeasures(table: ReadTable): boolean {
  return measuresOf(table).length > 0;
}

/** A table is named by its first physical index in the file. */
export function tableKey(table: ReadTable): number {
  return table.tableIndexes[0]!;
}

/** The tables that the officer chose to become roadmaps, in the order of the document. */
export function chosenTables(reading: Reading, keys: readonly number[]): ReadTable[] {
  return roadmapTables(reading).filter((table) => keys.includes(tableKey(table)));
}

/** The printed text of a cell, white space folded. */
export function cellText({ blocks }: DocumentGrids, { table, row, col }: CellAddress): string {
  const block = blocks.find((one) => one.kind === "table" && one.index === table);
  const cell = block?.kind === "table" ? block.cells.find((one) => one.row === row && one.col === col) : undefined;
  return cell ? foldAll(cell.paragraphs) : "";
}
