import type { BodyRow } from "#domain/tables/body.ts";
import { gridOf, type GridRow } from "#domain/tables/grid.ts";
import { closeMeasure, openMeasure } from "#domain/tables/measure.ts";
import { numberAlone, numberLed } from "#domain/tables/numbering.ts";
import type { ReadMeasure, ReadTable, RowAddress } from "#domain/tables/reading.ts";
import type { Source } from "./source.ts";

/** A row of the document as a measure by itself, whatever the program took it for; undefined where the row has no text. */
export function measureOfRow(table: ReadTable, at: RowAddress, { grids }: Source): ReadMeasure | undefined {
  const block = grids.blocks.find((one) => one.kind === "table" && one.index === at.table);
  if (block?.kind !== "table") return undefined;
  const row = gridOf(block).rows[at.row];
  const filled = row?.filled ?? [];
  if (!row || filled.length === 0) return undefined;
  const [only] = filled;
  if (filled.length === 1 || row.slots.length !== table.roles.length) return loneMeasure(row, only!.slot.text);
  const numberCol = table.roles.findIndex(({ role }) => role === "number");
  const numbered = numberCol < 0 ? undefined : numberAlone(row.slots[numberCol]!.text);
  const body: BodyRow = {
    row,
    partStart: false,
    columns: undefined,
    number: numbered?.number ?? null,
    numberRaw: numbered?.raw ?? null,
    title: "",
    shape: null,
    hanging: false,
  };
  return closeMeasure(openMeasure(body, table.roles), undefined);
}

/** One text over the whole row is its title; a number typed before it is its number. */
function loneMeasure({ table, row, slots }: GridRow, text: string): ReadMeasure {
  const led = numberLed(text);
  const all = [...new Set(slots.flatMap(({ cells }) => cells))].filter(({ paragraphs }) =>
    paragraphs.some((one) => one.trim() !== ""),
  );
  const cells = all.map((cell) => ({ table, row: cell.row, col: cell.col }));
  return {
    key: `t${table}r${row}`,
    number: led?.number ?? null,
    numberRaw: led?.raw ?? null,
    title: led?.rest ?? text,
    term: null,
    responsible: null,
    coResponsible: null,
    participants: null,
    result: null,
    reportDocument: null,
    cells: { title: cells },
    rows: [{ table, row }],
  };
}
