import { bodyOf } from "./body.ts";
import { captionBlocks, captionOf } from "./caption.ts";
import { checkTable } from "./checks.ts";
import type { DocumentGrids } from "#shared/document-grids.ts";
import { unflatten } from "./flattened.ts";
import { foldAll } from "./fold.ts";
import { filledSlots, type GridRow } from "./grid.ts";
import { insetPlans } from "./inset-plan.ts";
import { matrixRow } from "./matrix.ts";
import { namesSection, numberLed } from "./numbering.ts";
import { doubtOf, notes, type Notes } from "./notes.ts";
import { readOther } from "./other-table.ts";
import { readOutside } from "./outside.ts";
import { bannersOf, logicalTables, type LogicalTable } from "./parts.ts";
import { readPlan } from "./plan.ts";
import type { Doubt, Reading, ReadTable, RowAddress } from "./reading.ts";
import { isFinance } from "./table-kind.ts";
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
 */
export function understand(document: DocumentGrids, choices: readonly TableChoice[] = []): Understanding {
  const { grids, doubts: flattened } = unflatten(document);
  const { blocks } = grids;
  const taken = new Set<number>();
  const doubts: Doubt[] = [...flattened];
  const read = logicalTables(blocks, choices).map((logical): ReadTable => {
    const remarks = notes();
    const caption = logical.nested ? [] : captionBlocks(blocks, logical.before);
    for (const at of [...caption, ...logical.parts.flatMap(({ before }) => before.map(({ block }) => block))])
      taken.add(at);
    const text = logical.nested ? parentText(grids, logical) : captionOf(blocks, caption);
    const { table, doubts: above } = takeFromAbove(readTable(logical, text, remarks), grids);
    const checked = checkTable(table, grids, remarks.doubts());
    const settled = logical.kind !== undefined || logical.source === "person";
    doubts.push(...remarks.doubts(), ...above, ...checked.filter(({ kind }) => !settled || kind !== "uncertain-kind"));
    return table;
  });
  const { tables, doubts: inset } = insetPlans(read, blocks, choices);
  const outside = readOutside(blocks, taken);
  doubts.push(...inset, ...outside.doubts);
  if (!tables.some(({ kind }) => kind === "plan" || kind === "matrix" || kind === "nested")) {
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

function readTable(logical: LogicalTable, caption: string | null, remarks: Notes): ReadTable {
  const { columns, header, parts, source, matrix, nested } = logical;
  const body = bodyOf(parts, header, columns);
  const planned =
    columns.some(({ role }) => role === "title") &&
    columns.some(({ role }) => PLAN_ROLES.has(role)) &&
    !isFinance(columns, caption);
  const isPlan =
    logical.kind === undefined
      ? planned
      : logical.kind === "plan" || logical.kind === "matrix" || logical.kind === "nested";
  const indexes = parts.map(({ grid }) => grid.table.index);
  const base = {
    caption,
    physicalTables: parts.length,
    tableIndexes: indexes,
    headerRows: [
      ...(header ? parts[0]!.rows.slice(header.top, header.bottom + 1).map(addressOf) : []),
      ...body.skipped,
    ],
    repeatedHeaderRows: body.repeatedHeaderRows,
    columnNumberRow: body.columnNumberRow,
  };
  if (!isPlan) return { ...base, ...readOther(logical, caption), bannerRow: null };

  const confidence = CONFIDENCE[source];
  const first = { table: indexes[0]!, row: 0, col: 0 };
  if (source !== "header" && source !== "person") {
    remarks.say({
      kind: "inferred-header",
      weight: "question",
      address: first,
      text:
        source === "sister"
          ? "У таблицы нет заголовков столбцов: взяты заголовки предыдущей таблицы."
          : "У таблицы нет заголовков столбцов: их значение определено по содержанию.",
    });
  }
  if (logical.regridded) {
    remarks.say({
      kind: "different-grid",
      weight: "note",
      address: first,
      text: "Части таблицы начерчены по-разному: столбцы сопоставлены по ширине.",
    });
  }
  const banners = bannersOf(logical);
  const sectionFirst = banners.filter((row) => startsSection(row, body.repeatedHeaderRows > 0));
  const bannerRow = banners
    .filter((row) => !sectionFirst.includes(row))
    .flatMap((row) => filledSlots(row).map(({ slot }) => slot.text))
    .join(" ");
  const items = body.items.filter(
    (item) => item.kind !== "row" || !banners.includes(item.body.row) || sectionFirst.includes(item.body.row),
  );
  const sections = readPlan({ ...body, items }, columns, remarks, matrix ? matrixRow(columns, remarks) : undefined);
  return {
    ...base,
    headerRows: [...banners.filter((row) => !sectionFirst.includes(row)).map(addressOf), ...base.headerRows],
    kind: logical.kind ?? (nested ? "nested" : matrix ? "matrix" : "plan"),
    columns: columns.map(({ label }) => label),
    roles: columns,
    years: columns.flatMap(({ role, key }) => (role === "planYear" && key !== undefined ? [key] : [])),
    bannerRow: bannerRow || null,
    sections,
    rows: [],
    confidence,
  };
}

const CONFIDENCE = { person: 1, header: 0.95, sister: 0.7, content: 0.5, none: 0.5 } as const;

const addressOf = ({ table, row }: GridRow): RowAddress => ({ table, row });

const PLAN_ROLES: ReadonlySet<string> = new Set([
  "term",
  "responsible",
  "coResponsible",
  "participants",
  "result",
  "reportDocument",
  "planTotal",
  "planYear",
  "instrumentTerm",
]);

/** A text over the header begins the first section when it is numbered or named like one, or when the header is repeated under each. */
function startsSection(row: GridRow, headerRepeated: boolean): boolean {
  const filled = filledSlots(row);
  const text = filled[0]!.slot.text;
  return filled.length === 1 && (numberLed(text) !== undefined || namesSection(text) || headerRepeated);
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
