import type { Block, DocumentGrids, GridCell, TableBlock } from "#shared/document-grids.ts";
import { textOf } from "./fold.ts";
import { doubtOf, short } from "./notes.ts";
import { recordsByWidth } from "./flat-records.ts";
import {
  findRuns,
  linesOf,
  sectionStart,
  sectionTexts,
  type FlatRow,
  type HeaderRun,
  type Line,
  type Rebuilt,
} from "./flat-lines.ts";
import { rebuildNumbered } from "./flat-numbered.ts";
import type { Doubt } from "./reading.ts";

/**
 * A web page or a careless paste leaves a table with every cell in a paragraph of its own. Where a run of header words is followed by
 * numbered records, the table is put back, so that the rest of the program meets a table like any other. Documents with real tables are
 * left as they are.
 */
export function unflatten(document: DocumentGrids): { grids: DocumentGrids; doubts: readonly Doubt[] } {
  const grids = { ...document, blocks: document.blocks.filter((block) => !isMadeOfPoints(block)) };
  if (grids.blocks.some(({ kind }) => kind === "table")) return { grids, doubts: grids.blocks.flatMap(doubtsOf) };
  const lines = linesOf(grids.blocks);
  const runs = findRuns(lines);
  const groups = runGroups(runs, lines);
  const rebuilt: Rebuilt[] = [];
  groups.forEach((group, at) => {
    const limit = groups[at + 1]?.[0]?.from ?? lines.length;
    const floor = (rebuilt.at(-1)?.last ?? -1) + 1;
    const read = group[0]!.numbered ? rebuildNumbered : rebuildPlain;
    const table = read(lines, group, floor, limit);
    if (table) rebuilt.push(table);
  });
  const blocks: Block[] = [];
  let from = 0;
  rebuilt.forEach((table, index) => {
    blocks.push(...grids.blocks.slice(from, lines[table.first]!.block), tableOf(index, table));
    from = lines[table.last]!.block + 1;
  });
  blocks.push(...grids.blocks.slice(from));
  return { grids: { ...grids, blocks }, doubts: blocks.flatMap(doubtsOf) };
}

/** Tables made of points are made anew by each reading. */
function isMadeOfPoints(block: Block): boolean {
  return block.kind === "table" && (block.made?.from === "points" || block.made?.from === "duties");
}

/** What is uncertain in a table put back stays known with its grid, so that a second reading of it asks the same. */
function doubtsOf(block: Block): readonly Doubt[] {
  if (block.kind !== "table" || block.made?.from !== "flattened") return [];
  const { index, cells } = block;
  const note = doubtOf(
    {
      kind: "flattened-table",
      weight: "note",
      address: { table: index, row: 0, col: 0 },
      text: "Таблица записана в тексте по одной ячейке в абзаце: строки восстановлены по номерам и заголовкам столбцов.",
    },
    index,
  );
  const rows = block.made.unsure.map((row): Doubt => {
    const texts = cells.filter((cell) => cell.row === row).map(textOf);
    return doubtOf(
      {
        kind: "flattened-row",
        weight: "question",
        address: { table: index, row, col: 0 },
        text: `В строке «${short(texts[1] || texts[0] || "")}» абзацев не столько, сколько столбцов: проверьте, что тексты стоят в своих столбцах.`,
      },
      row,
    );
  });
  return [note, ...rows];
}

const FARTHEST_PART = 3;

/** Headers of one table stand one after another with the same names; without numbers, each with records right up to the next. */
function runGroups(runs: readonly HeaderRun[], lines: readonly Line[]): readonly (readonly HeaderRun[])[] {
  const groups: HeaderRun[][] = [];
  let open = -1;
  runs.forEach((run, at) => {
    const last = groups.at(-1);
    const end = run.numbered
      ? undefined
      : recordsByWidth(lines, run.to, runs[at + 1]?.from ?? lines.length, run.labels);
    const same = last?.[0]!.key === run.key && last[0]!.numbered === run.numbered;
    const near = run.numbered || (end !== undefined && open >= 0 && run.from - open <= FARTHEST_PART);
    if (last && same && near) last.push(run);
    else groups.push([run]);
    open = end?.next ?? -1;
  });
  return groups;
}

/** Records without numbers: the header may stand again over each part of them. */
function rebuildPlain(
  lines: readonly Line[],
  runs: readonly HeaderRun[],
  floor: number,
  limit: number,
): Rebuilt | undefined {
  const { from, labels } = runs[0]!;
  const first = Math.max(sectionStart(lines, from), floor);
  const rows: FlatRow[] = [{ cells: labels.map((label) => [label]) }];
  const unsure: number[] = [];
  let last = -1;
  let pending = sectionTexts(lines.slice(first, from));
  for (const [at, run] of runs.entries()) {
    const end = runs[at + 1]?.from ?? limit;
    const found = recordsByWidth(lines, run.to, end, labels);
    if (!found) return undefined;
    for (const section of pending) rows.push({ section });
    for (const record of found.records) {
      if ("cells" in record && record.unsure) unsure.push(rows.length);
      rows.push(record);
    }
    last = found.next - 1;
    pending = runs[at + 1] ? sectionTexts(lines.slice(found.next, end)) : [];
  }
  return { first, last, rows, columns: labels.length, unsure };
}

function tableOf(index: number, { rows, columns, unsure }: Rebuilt): TableBlock {
  const cells = rows.flatMap((row, at): GridCell[] =>
    "section" in row
      ? [{ row: at, col: 0, rowSpan: 1, colSpan: columns, paragraphs: [row.section] }]
      : row.cells.map((paragraphs, col) => ({ row: at, col, rowSpan: 1, colSpan: 1, paragraphs })),
  );
  return {
    kind: "table",
    index,
    rows: rows.length,
    columns,
    cells,
    unmerged: true,
    made: { from: "flattened", unsure },
  };
}
