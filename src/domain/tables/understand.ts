import { captionBlocks, captionOf } from "./caption.ts";
import { checkTable } from "./checks.ts";
import type { DocumentGrids } from "#shared/document-grids.ts";
import { unflatten } from "./flattened.ts";
import { foldAll } from "./fold.ts";
import { insetPlans } from "./inset-plan.ts";
import { doubtOf, notes } from "./notes.ts";
import { readOutside } from "./outside.ts";
import { logicalTables, type LogicalTable } from "./parts.ts";
import { redraw } from "./redrawn.ts";
import { forget } from "./remembered.ts";
import { readTable } from "./read-table.ts";
import type { Doubt, Reading, ReadTable } from "./reading.ts";
import { silent, type Trace } from "./trace.ts";
import { PLAN_KINDS } from "./table-kind.ts";
import type { TableChoice } from "./table-choice.ts";
import { takeFromAbove } from "./taken-above.ts";

export interface Understanding {
  /** the grids that addresses of the reading point into: texts that were flattened tables are tables here */
  readonly grids: DocumentGrids;
  readonly reading: Reading;
}

/**
 * Understands a document: which tables are plans, what their columns mean, where sections, measures and doubts are. Never throws.
 * What a person chose for a table stands over what is found; keys of measures and ids of doubts stay where the rows stay.
 * `trace` hears every step as it is made.
 */
export function understand(
  document: DocumentGrids,
  choices: readonly TableChoice[] = [],
  trace: Trace = silent,
): Understanding {
  forget();
  const { grids: whole, doubts: flattened } = unflatten(document);
  const { grids, doubts: redrawn } = redraw(whole);
  const { blocks } = grids;
  const taken = new Set<number>();
  const doubts: Doubt[] = [...flattened, ...redrawn];
  const read = logicalTables(blocks, choices, trace).map((logical): ReadTable => {
    const remarks = notes();
    const caption = logical.nested ? [] : captionBlocks(blocks, logical.before);
    for (const at of [...caption, ...logical.parts.flatMap(({ before }) => before.map(({ block }) => block))])
      taken.add(at);
    const text = logical.nested ? parentText(grids, logical) : captionOf(blocks, caption);
    const { table, doubts: above } = takeFromAbove(readTable(logical, text, remarks, trace), grids);
    const checked = checkTable(table, grids, remarks.doubts());
    const settled = logical.kind !== undefined || logical.source === "person";
    doubts.push(...remarks.doubts(), ...above, ...checked.filter(({ kind }) => !settled || kind !== "uncertain-kind"));
    return table;
  });
  const { tables, doubts: inset } = insetPlans(read, blocks, choices);
  const outside = readOutside(blocks, taken);
  doubts.push(...inset, ...outside.doubts);
  if (!tables.some(({ kind }) => PLAN_KINDS.has(kind))) {
    doubts.unshift(noPlan(tables.length, outside.tables.length));
  }
  return {
    grids: { ...grids, blocks: [...blocks, ...outside.blocks] },
    reading: {
      document: document.document,
      tables: [...tables, ...outside.tables],
      texts: outside.texts,
      doubts: distinct(doubts),
    },
  };
}

function parentText({ blocks }: DocumentGrids, { parts }: LogicalTable): string | null {
  const place = parts[0]!.grid.table.parent;
  const table = blocks.find((block) => block.kind === "table" && block.index === place?.table);
  const cell =
    table?.kind === "table" ? table.cells.find(({ row, col }) => row === place?.row && col === place.col) : undefined;
  return cell ? foldAll(cell.paragraphs) || null : null;
}

function noPlan(tables: number, made: number): Doubt {
  if (made > 0) {
    const found = "В документе нет таблицы с планом: мероприятия прочитаны из пунктов приказа и списков обязанностей.";
    return doubtOf({ kind: "no-tables", weight: "question", text: found }, 0);
  }
  const text =
    tables === 0
      ? "В документе нет таблиц: прочитаны заголовки и списки. Мероприятия можно внести из них вручную."
      : "В документе есть таблицы, но ни одна не похожа на план мероприятий. Проверьте, что значат их столбцы.";
  return doubtOf({ kind: "no-tables", weight: "question", text }, 0);
}

/** One doubt for one place: a second with the same id says nothing new. */
function distinct(doubts: readonly Doubt[]): readonly Doubt[] {
  return [...new Map(doubts.map((one) => [one.id, one])).values()];
}
