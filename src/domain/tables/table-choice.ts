import { inferColumns, longestColumn } from "./infer.ts";
import type { LogicalTable } from "./parts.ts";
import { plainHeader } from "./plain-header.ts";
import type { ColumnRole, ReadColumn, TableKind } from "./reading.ts";
import { PLAN_KINDS } from "./table-kind.ts";

/** What a person said of a table; it stands over everything the product found out by itself. */
export interface TableChoice {
  /** index of the first table of the file that makes this one: `ReadTable.tableIndexes[0]` */
  readonly table: number;
  readonly kind?: TableKind;
  /** by logical column, the place in `ReadTable.roles`; columns not named keep what was found */
  readonly roles?: Readonly<Record<number, { readonly role: ColumnRole; readonly key?: string }>>;
}

const ONLY: ReadonlySet<ColumnRole> = new Set(["number", "title"]);

/**
 * The table as the person says it is. Where no header was found the one it seems to have by its looks names the columns; a table that
 * the person calls a plan has a title column even if nobody said which: the one with the longest texts.
 */
export function withChoice(logical: LogicalTable, choice: TableChoice | undefined): LogicalTable {
  if (!choice) return logical;
  const { grid } = logical.parts[0]!;
  const { kind, roles = {} } = choice;
  const isPlan = kind === undefined ? Object.keys(roles).length > 0 : PLAN_KINDS.has(kind);
  const header = logical.header ?? (logical.source === "none" ? plainHeader(grid.rows) : undefined);
  const columns = foundColumns(logical, header?.columns, isPlan).map((one, col, all): ReadColumn => {
    const own = roles[col];
    // One column counts the rows and one names them: the first that was chosen, and none that was only found.
    const chosen = (at: number): boolean => roles[at]?.role === (own ?? one).role;
    const displaced = ONLY.has((own ?? one).role) && all.some((_, at) => chosen(at) && (own ? at < col : at !== col));
    if (displaced) return { label: one.label, role: "other", rule: "эту роль человек дал другому столбцу" };
    return own ? { label: one.label, ...own, rule: "выбрано человеком" } : one;
  });
  const titled = !isPlan || columns.some(({ role }) => role === "title");
  const title = titled ? -1 : longestColumn(grid, (col) => columns[col]?.role === "other" && roles[col] === undefined);
  return {
    ...logical,
    header,
    columns: columns.map((one, col) => (col === title ? { ...one, role: "title", rule: "самые длинные тексты" } : one)),
    matrix: kind === undefined ? columns.some(({ role }) => role === "instrumentTerm") : kind === "matrix",
    source: Object.keys(roles).length > 0 ? "person" : isPlan && logical.source === "none" ? "content" : logical.source,
    ...(kind && { kind }),
  };
}

function foundColumns(
  { columns, parts }: LogicalTable,
  plain: readonly ReadColumn[] | undefined,
  isPlan: boolean,
): readonly ReadColumn[] {
  const { grid } = parts[0]!;
  if (columns.length > 0) return columns;
  const inferred = isPlan ? inferColumns(grid) : undefined;
  return Array.from({ length: grid.columns }, (_, col): ReadColumn => ({
    role: inferred?.[col]?.role ?? "other",
    label: plain?.[col]?.label ?? "",
  }));
}
