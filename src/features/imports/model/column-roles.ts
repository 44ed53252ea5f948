import type { ColumnRole } from "#domain/tables/reading.ts";
import type { PaperColumn } from "./paper.ts";
import type { TableEdit } from "./table-edits.ts";
import { TEXT_FIELDS } from "#domain/tables/measure-fields.ts";

/** What a column holds, in a word that fits over it. */
const ROLE_NAME: Readonly<Record<ColumnRole, string>> = {
  number: "№",
  title: "Мероприятие",
  term: "Срок",
  responsible: "Исполнители",
  coResponsible: "Соисполнители",
  participants: "Участники",
  result: "Результат",
  reportDocument: "Отчётный документ",
  planTotal: "План, всего",
  planYear: "План",
  section: "Раздел",
  instrument: "Мероприятия",
  instrumentTerm: "Срок",
  other: "Не читать",
};

/** Of a matrix the column that names the rows holds themes: its measures stand in the cells. */
export function roleName(
  { role, key }: { readonly role: ColumnRole; readonly key?: string | undefined },
  isMatrix = false,
): string {
  if (isMatrix && role === "title") return "Тема";
  return key ? `${ROLE_NAME[role]} ${key}` : ROLE_NAME[role];
}

/** A role to choose for a column. */
export interface RoleChoice {
  readonly role: ColumnRole;
  readonly key: string;
  readonly name: string;
}

const PLAIN: readonly ColumnRole[] = [...TEXT_FIELDS, "number", "planTotal"];

/** The roles offered for a column: those of a plan, its years, and none. Of a matrix only what its columns have already, and none. */
export function roleChoices(columns: readonly PaperColumn[], years: readonly string[]): RoleChoice[] {
  const isMatrix = columns.some(({ role }) => role === "instrumentTerm");
  const own = columns.filter(({ role }) => role === "instrument" || role === "instrumentTerm");
  const plain = (role: ColumnRole) => ({ role, key: "" });
  const yearly = [...new Set([...yearsIn(columns), ...years])].sort();
  const offered: readonly Omit<RoleChoice, "name">[] = isMatrix
    ? [plain("title"), plain("number"), ...own]
    : [...PLAIN.map(plain), ...yearly.map((key) => ({ role: "planYear" as const, key }))];
  return [...offered, plain("other")].map(({ role, key }) => ({ role, key, name: roleName({ role, key }, isMatrix) }));
}

function yearsIn(columns: readonly PaperColumn[]): string[] {
  return columns.filter(({ role }) => role === "planYear").map(({ key }) => key);
}

/**
 * A role given to a column. Whichever column had it takes the other's in exchange, so that a role stands over one column: to drag «Срок»
 * onto «Результат» is to change them over. A column «не читать» may be many.
 */
export function giveRole(
  table: number,
  columns: readonly PaperColumn[],
  column: number,
  { role, key }: Pick<RoleChoice, "role" | "key">,
): TableEdit | null {
  const own = columns.find((one) => one.column === column);
  if (!own || (own.role === role && own.key === key)) return null;
  const holder =
    role === "other" ? undefined : columns.find((one) => one.column !== column && one.role === role && one.key === key);
  const change = (at: number, to: { role: ColumnRole; key: string }) => ({
    column: at,
    role: to.role,
    ...(to.key !== "" && { key: to.key }),
  });
  return {
    kind: "columns",
    table,
    columns: [change(column, { role, key }), ...(holder ? [change(holder.column, own)] : [])],
  };
}
