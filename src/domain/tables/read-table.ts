import { bodyOf, type Body } from "./body.ts";
import { isWeek } from "./calendar-columns.ts";
import { noteColumns } from "./column-notes.ts";
import { type GridRow } from "./grid.ts";
import { matrixRow } from "./matrix.ts";
import { BESIDE_TITLE } from "./measure-fields.ts";
import { short, type Notes, type Remark } from "./notes.ts";
import { namesSection, numberLed } from "./numbering.ts";
import { readOther } from "./other-table.ts";
import { bannersOf, type LogicalTable } from "./parts.ts";
import { readPlan } from "./plan.ts";
import type { ReadTable, RowAddress } from "./reading.ts";
import { isFinance, PLAN_KINDS } from "./table-kind.ts";
import { timeInTitle } from "./time-context.ts";
import { silent, type Trace } from "./trace.ts";

/** One logical table as it is read: its kind, and its sections and measures, or its rows as they stand. */
export function readTable(
  logical: LogicalTable,
  caption: string | null,
  remarks: Notes,
  trace: Trace = silent,
): ReadTable {
  const { columns, header, parts, source, matrix, nested } = logical;
  const body = bodyOf(parts, header, columns);
  const { isPlan, rule } = planOf(logical, caption);
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
  const tell = (kind: string): void => trace({ step: "kind", table: indexes[0]!, kind, rule });
  trace({ step: "header", table: indexes[0]!, rows: base.headerRows, rule: HEADER_RULES[source] });
  if (!isPlan) {
    const other = readOther(logical, caption);
    tell(other.kind);
    if (isWeek(other.columns)) remarks.say(weekGrid(indexes[0]!));
    noteColumns(other.roles, indexes[0]!, header?.bottom ?? 0, remarks);
    return { ...base, ...other, bannerRow: null };
  }

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
  noteColumns(columns, indexes[0]!, header?.bottom ?? 0, remarks);
  for (const one of body.otherHeaders) remarks.say(otherHeader(one));
  const banners = bannersOf(logical);
  const sectionFirst = banners.filter((row) => startsSection(row, body.headerUnderTitles));
  const bannerRow = banners
    .filter((row) => !sectionFirst.includes(row))
    .flatMap((row) => row.filled.map(({ slot }) => slot.text))
    .join(" ");
  const items = body.items.filter(
    (item) => item.kind !== "row" || !banners.includes(item.body.row) || sectionFirst.includes(item.body.row),
  );
  const finish = matrix ? matrixRow(columns, remarks) : undefined;
  const time = timeInTitle(caption ?? "") ?? timeInTitle(bannerRow);
  const kind = logical.kind ?? (nested ? "nested" : matrix ? "matrix" : "plan");
  tell(kind);
  const sections = readPlan({ ...body, items }, columns, remarks, { finish, time, trace });
  return {
    ...base,
    headerRows: [...banners.filter((row) => !sectionFirst.includes(row)).map(addressOf), ...base.headerRows],
    kind,
    columns: columns.map(({ label }) => label),
    roles: columns,
    years: columns.flatMap(({ role, key }) => (role === "planYear" && key !== undefined ? [key] : [])),
    bannerRow: bannerRow || null,
    sections,
    rows: [],
    confidence,
  };
}

/** Whether the rows are measures, and what says so. */
function planOf({ kind, columns, matrix }: LogicalTable, caption: string | null): { isPlan: boolean; rule: string } {
  if (kind !== undefined) return { isPlan: PLAN_KINDS.has(kind), rule: "вид таблицы выбран человеком" };
  if (matrix) return { isPlan: true, rule: "столбцы — уровни, рядом с каждым его срок" };
  const title = columns.some(({ role }) => role === "title");
  const own = columns.filter(({ role }) => PLAN_ROLES.has(role)).map(({ label }) => `«${label || "без заголовка"}»`);
  if (title && own.length > 0 && isFinance(columns, caption))
    return { isPlan: false, rule: "есть мероприятия и деньги по годам, но нет ни срока, ни ответственного" };
  if (title && own.length > 0)
    return { isPlan: true, rule: `есть столбец мероприятий и при нём ${own.slice(0, 3).join(", ")}` };
  return {
    isPlan: false,
    rule: title ? "есть названия, но нет ни срока, ни исполнителя, ни плана" : "нет столбца с мероприятиями",
  };
}

const HEADER_RULES = {
  header: "заголовок назван словами столбцов",
  sister: "заголовка нет: столбцы взяты у такой же таблицы выше",
  content: "заголовка нет: столбцы определены по содержанию",
  person: "столбцы выбраны человеком",
  none: "заголовка нет, и содержание столбцов ничего не говорит",
} as const;

function otherHeader({ row: { table, row, filled }, isPlan }: Body["otherHeaders"][number]): Remark {
  const address = { table, row, col: filled[0]!.slot.cells[0]?.col ?? 0 };
  const printed = short(filled.map(({ slot }) => slot.text).join(" | "), 120);
  if (isPlan)
    return {
      kind: "different-grid",
      weight: "note",
      address,
      text: `Внутри таблицы столбцы названы заново: «${printed}». Строки ниже прочитаны по этому заголовку.`,
    };
  return {
    kind: "inferred-header",
    weight: "question",
    address,
    text: `Внутри таблицы стоит заголовок других столбцов: «${printed}». Мероприятия он не называет, поэтому строки ниже прочитаны по заголовку таблицы.`,
    suggestion: "keep",
    options: [{ key: "keep", label: "Оставить так", hint: "лишние строки можно убрать", value: null }],
  };
}

function weekGrid(table: number): Remark {
  return {
    kind: "weekday-grid",
    weight: "question",
    address: { table, row: 0, col: 0 },
    text: "Дела стоят в ячейках дней недели: на какое число приходится каждое, видно только по месту. Ячейки оставлены целыми.",
  };
}

const CONFIDENCE = { person: 1, header: 0.95, sister: 0.7, content: 0.5, none: 0.5 } as const;

const addressOf = ({ table, row }: GridRow): RowAddress => ({ table, row });

const PLAN_ROLES: ReadonlySet<string> = new Set([
  ...BESIDE_TITLE,
  "planTotal",
  "planYear",
  "instrument",
  "instrumentTerm",
]);

/** A text over the header begins the first section when it is numbered or named like one, or when the header is repeated under each. */
function startsSection(row: GridRow, headerRepeated: boolean): boolean {
  const text = row.filled[0]!.slot.text;
  return row.filled.length === 1 && (numberLed(text) !== undefined || namesSection(text) || headerRepeated);
}
