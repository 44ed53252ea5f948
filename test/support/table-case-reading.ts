import { type Doubt, type ReadMeasure, type Reading, type ReadTable, type Section } from "#domain/tables/reading.ts";
import type { Expected } from "./table-cases.ts";

/** How one case was read: lines that were expected and those that were read, in one notation, and the doubts that are missing. */
export interface Verdict {
  readonly expected: readonly string[];
  readonly read: readonly string[];
  readonly missingDoubts: readonly string[];
  /** every line that differs has a question or a note at its own row, or its table is asked about as a whole */
  readonly marked: boolean;
}

const FIELDS: readonly (readonly [string, keyof ReadMeasure & string])[] = [
  ["срок", "term"],
  ["контекст", "termContext"],
  ["отв", "responsible"],
  ["соисп", "coResponsible"],
  ["уч", "participants"],
  ["рез", "result"],
  ["отчёт", "reportDocument"],
];
const ORDER = FIELDS.map(([name]) => name);

/** Compares a reading with what the case expects of it; only the kinds of lines that the case names are compared. */
export function verdictOf(reading: Reading, { lines, doubts, noQuestions }: Expected): Verdict {
  const expected = lines.map(normal);
  const named = (word: string): boolean => expected.some((line) => line.trimStart().startsWith(word));
  const spoken = reading.tables
    .flatMap((table) => linesOf(table))
    .filter(({ line }) => {
      if (line.startsWith("таблица ")) return named("таблица ");
      return !line.startsWith("строка ") || named("строка ");
    });
  const withExtra = expected.some((line) => / \| ещё /.test(line));
  const withCaption = expected.some((line) => /^таблица \S+ \S/.test(line));
  const read = spoken.map(({ line }) => {
    if (line.startsWith("таблица ") && !withCaption) return line.split(" ").slice(0, 2).join(" ");
    return withExtra ? line : withoutExtra(line);
  });
  const missingDoubts = missing(reading.doubts, doubts);
  if (noQuestions)
    missingDoubts.push(
      ...reading.doubts
        .filter(({ weight }) => weight === "question")
        .map(({ kind, text }) => `лишний вопрос ${kind}: ${text}`),
    );
  const asked = reading.doubts.some(({ kind }) => TABLE_WIDE.has(kind));
  const odd = spoken.filter((_, at) => !expected.includes(read[at]!));
  const marked =
    asked || (odd.length > 0 && odd.every(({ key }) => key !== null && reading.doubts.some((one) => isAt(one, key))));
  return { expected, read, missingDoubts, marked };
}

const withoutExtra = (line: string): string =>
  line
    .split(" | ")
    .filter((part) => !part.startsWith("ещё "))
    .join(" | ");

const TABLE_WIDE: ReadonlySet<string> = new Set([
  "inferred-header",
  "uncertain-kind",
  "no-tables",
  "transposed",
  "side-by-side",
  "calendar-grid",
]);

const isAt = ({ where }: Doubt, key: string): boolean =>
  where.measure === key || (where.address !== null && `t${where.address.table}r${where.address.row}` === key);

function missing(found: readonly Doubt[], expected: Expected["doubts"]): string[] {
  const left = [...found];
  return expected.flatMap(({ weight, kind }) => {
    const at = left.findIndex((one) => one.weight === weight && (kind === "?" || one.kind === kind));
    if (at < 0) return [`нет: ${weight === "question" ? "вопрос" : "замечание"} ${kind}`];
    left.splice(at, 1);
    return [];
  });
}

/** One notation for expected and read lines: fields in one order, blanks folded, the indent kept for sections only. */
function normal(line: string): string {
  const indent = /^ */.exec(line)![0];
  const text = line.trim();
  if (text.startsWith("раздел ")) {
    const [number = "", ...title] = text.slice("раздел ".length).split("|");
    return `${indent}раздел ${number.trim() || "–"} | ${title.join("|").trim() || "–"}`.replace(
      /раздел [-—] /,
      "раздел – ",
    );
  }
  if (text.startsWith("строка "))
    return `строка ${text
      .slice(7)
      .split("|")
      .map((cell) => cell.trim())
      .join(" | ")
      .trimEnd()}`;
  if (!text.startsWith("мероприятие ")) return text.replace(/\s+/g, " ");
  const [number = "", title = "", ...fields] = text
    .slice("мероприятие ".length)
    .split("|")
    .map((part) => part.trim());
  const place = (field: string): number => {
    const at = ORDER.indexOf(field.split("=")[0]!);
    return at >= 0 ? at : ORDER.length + (field.startsWith("ещё ") ? 2 : field.includes("=") ? 0 : 1);
  };
  const sorted = fields
    .filter((field) => field !== "" && !field.endsWith("="))
    .map((field) => field.replace(/\s*=\s*/, "="))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return [`мероприятие ${/^[-—–]?$/.test(number) ? "–" : number}`, title, ...sorted].join(" | ");
}

interface Spoken {
  readonly line: string;
  /** key of the measure, or the row of the section: «t0r3» */
  readonly key: string | null;
}

function linesOf(table: ReadTable): Spoken[] {
  const spoken: Spoken[] = [{ line: `таблица ${table.kind} ${table.caption ?? ""}`.trim(), key: null }];
  const walk = (sections: readonly Section[], depth: number): void => {
    for (const { number, title, cells, sections: inner, measures } of sections) {
      const [first] = cells;
      const key = first ? `t${first.table}r${first.row}` : null;
      if (number !== null || title !== null)
        spoken.push({ line: normal(`${"  ".repeat(depth)}раздел ${number ?? "–"}|${title ?? ""}`), key });
      for (const measure of measures) spoken.push({ line: normal(measureLine(measure)), key: measure.key });
      walk(inner, depth + 1);
    }
  };
  walk(table.sections, 0);
  return [...spoken, ...table.rows.map((row) => ({ line: normal(`строка ${row.join(" | ")}`), key: null }))];
}

function measureLine(measure: ReadMeasure): string {
  const { number, title, plan = {}, instruments = {}, extra = {}, group, parent } = measure;
  return [
    `мероприятие ${number ?? "–"}`,
    title ?? "",
    ...FIELDS.map(([name, field]) => `${name}=${String(measure[field] ?? "")}`),
    ...Object.entries(plan).map(([year, text]) => `план ${year === "total" ? "всего" : year}=${text}`),
    ...Object.entries(instruments).flatMap(([level, { text, term }]) => [`${level}=${text}`, `${level} срок=${term}`]),
    ...(group ? ["группа"] : []),
    ...(parent === undefined ? [] : [`входит в ${parent}`]),
    ...Object.entries(extra).map(([label, text]) => `ещё ${label}=${text}`),
  ].join(" | ");
}
