import { headerKey } from "#domain/tables/fold.ts";
import { meaningOf } from "#domain/tables/roles.ts";

/** What stands in a column of the printed report: a field of the measure, or its plan. */
export type ColumnSource =
  | "number"
  | "level"
  | "title"
  | "dueText"
  | "responsible"
  | "coResponsible"
  | "participants"
  | "result"
  | "reportDocument"
  | "planTotal"
  /** all planned years in one cell */
  | "plan"
  | { readonly year: number };

export interface ReportColumn {
  /** as the document prints it */
  readonly label: string;
  /** of a header of several levels, what stands over the label and maybe its neighbours */
  readonly group?: string;
  readonly source: ColumnSource;
}

/** What the measures of a roadmap have at all: a column that would be empty is not drawn where the document does not ask for it. */
export interface Filled {
  readonly levels: boolean;
  readonly participants: boolean;
  readonly results: boolean;
  readonly reportDocuments: boolean;
  /** years with a planned value */
  readonly planYears: readonly number[];
}

const FIELD: Readonly<Record<string, ColumnSource>> = {
  number: "number",
  title: "title",
  term: "dueText",
  responsible: "responsible",
  coResponsible: "coResponsible",
  participants: "participants",
  result: "result",
  reportDocument: "reportDocument",
  planTotal: "planTotal",
};

/**
 * The document's own columns in its order, under its own heads; those that say nothing the product keeps are left out. A roadmap made by
 * hand, or a matrix whose columns are levels, gets the usual ones.
 */
export function reportColumns(heads: readonly string[], filled: Filled): ReportColumn[] {
  const own: ReportColumn[] = [];
  for (const head of heads) {
    const source = sourceOf(head);
    const isTaken = own.some((column) => JSON.stringify(column.source) === JSON.stringify(source));
    if (source && !isTaken) own.push({ ...levelsOf(head), source });
  }
  if (!own.some((column) => column.source === "title")) return usualColumns(filled);
  const hasPlan = own.some(({ source }) => source === "plan" || typeof source === "object");
  return [...own, ...(hasPlan ? [] : planColumns(filled))];
}

function sourceOf(head: string): ColumnSource | undefined {
  const last = head.split(" / ").at(-1)!;
  const meaning = meaningOf(headerKey(last)) ?? meaningOf(headerKey(head));
  if (meaning?.role === "planYear") return { year: Number(meaning.key!.slice(0, 4)) };
  if (meaning && meaning.role in FIELD) return FIELD[meaning.role];
  return headerKey(head).startsWith("план") ? "plan" : undefined;
}

/** «Плановое значение / 2021»: the last level is the column's own. */
function levelsOf(head: string): Pick<ReportColumn, "label" | "group"> {
  const levels = head.split(" / ");
  const group = levels.slice(0, -1).join(" ");
  return { label: levels.at(-1)!, ...(group && { group }) };
}

function usualColumns(filled: Filled): ReportColumn[] {
  const columns: (ReportColumn | false)[] = [
    { label: "№", source: "number" },
    filled.levels && { label: "Уровень", source: "level" },
    { label: "Мероприятие", source: "title" },
    { label: "Срок", source: "dueText" },
    { label: "Ответственные", source: "responsible" },
    filled.participants && { label: "Участники", source: "participants" },
    filled.results && { label: "Ожидаемый результат", source: "result" },
    filled.reportDocuments && { label: "Отчётный документ", source: "reportDocument" },
  ];
  return [...columns.filter((column) => column !== false), ...planColumns(filled)];
}

function planColumns({ planYears }: Filled): ReportColumn[] {
  return planYears.map((year) => ({ label: `План ${year}`, source: { year } }));
}
