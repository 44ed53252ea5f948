import { readTerm } from "#domain/phrases/read-term.ts";
import { tellTerm } from "#domain/phrases/tell-term.ts";
import { measuresOf, type Doubt, type ReadColumn, type Reading, type ReadTable } from "#domain/tables/reading.ts";
import type { TextKind } from "#domain/tables/text-section.ts";
import { termInContext } from "#domain/tables/time-context.ts";
import type { TraceStep } from "#domain/tables/trace.ts";
import { TABLE_KINDS } from "./read-command.ts";
import type { CellAddress, DocumentGrids, TableBlock } from "#shared/document-grids.ts";

const ROLES: Readonly<Record<ReadColumn["role"], string>> = {
  number: "номер",
  title: "мероприятие",
  term: "срок",
  responsible: "ответственный",
  coResponsible: "соисполнители",
  participants: "участники",
  result: "результат",
  reportDocument: "отчётный документ",
  planTotal: "план, всего",
  planYear: "план на год",
  section: "раздел",
  instrument: "инструменты уровня",
  instrumentTerm: "срок инструментов",
  other: "без роли, текст сохранён",
};
const ROWS: Readonly<Record<string, string>> = {
  section: "раздел",
  group: "группа",
  measure: "мероприятие",
  continued: "продолжение строки выше",
  split: "часть строки выше",
  total: "итог, не мероприятие",
  footnote: "примечание, не мероприятие",
};

const TEXTS: Readonly<Record<TextKind, string>> = {
  duties: "обязанности",
  stages: "этапы",
  criteria: "критерии",
  indicators: "показатели",
  tasks: "задачи",
  participants: "участники",
  abbreviations: "сокращения",
  clutter: "служебный текст страницы",
  other: "текст",
};

/** Rows and columns are counted from one, as a person counts them. */
const rowPlace = ({ table, row }: { readonly table: number; readonly row: number }): string =>
  `таблица ${table + 1}, строка ${row + 1}`;
const cellPlace = (one: CellAddress): string => `${rowPlace(one)}, столбец ${one.col + 1}`;
const quoted = (text: string): string => `«${text.length <= 90 ? text : `${text.slice(0, 90)}…`}»`;

/** How a document was read, step by step, in the order of the document: the reader's own steps, nothing guessed anew. */
export function doctorReport(grids: DocumentGrids, reading: Reading, steps: readonly TraceStep[]): readonly string[] {
  const told = new Set<Doubt>();
  const lines = ["", "1. Что найдено в файле", ...found(grids)];
  reading.tables.forEach((table, at) => {
    const doubts = reading.doubts.filter(
      ({ where }) => where.address && table.tableIndexes.includes(where.address.table),
    );
    for (const doubt of doubts) told.add(doubt);
    lines.push(
      "",
      `${at + 2}. ${TABLE_KINDS[table.kind]}: ${table.caption ?? "без названия"}`,
      ...tableLines(table, steps),
    );
    lines.push(...termLines(table), ...doubtLines(doubts));
  });
  lines.push("", `${reading.tables.length + 2}. Вне таблиц`);
  for (const { kind, heading, items, paragraphs, blocks } of reading.texts)
    lines.push(
      `   абзац ${(blocks[0] ?? 0) + 1}: ${quoted(heading ?? "без заголовка")} — ${TEXTS[kind]}, пунктов ${items.length}, абзацев ${paragraphs.length}`,
    );
  lines.push(...doubtLines(reading.doubts.filter((one) => !told.has(one))));
  return lines;
}

function found({ blocks }: DocumentGrids): readonly string[] {
  const tables = blocks.filter((block): block is TableBlock => block.kind === "table");
  const headings = blocks.filter((block) => block.kind === "paragraph" && block.level !== undefined).length;
  return [
    `   абзацев ${blocks.length - tables.length} (заголовков ${headings}), таблиц ${tables.length}`,
    ...tables.map(({ index, rows, columns, parent, made }) => {
      const inside = parent ? `, внутри ячейки: ${cellPlace(parent)}` : "";
      return `   таблица ${index + 1}: строк ${rows}, столбцов ${columns}${inside}${made ? `, ${MADE[made.from]}` : ""}`;
    }),
  ];
}

const MADE = {
  flattened: "собрана из абзацев по ячейке в каждом",
  points: "собрана из пунктов",
  duties: "собрана из списка обязанностей",
  turned: "повёрнута: мероприятия стояли столбцами",
  stacked: "два плана рядом поставлены один под другим",
} as const;

function tableLines(table: ReadTable, steps: readonly TraceStep[]): readonly string[] {
  const [first] = table.tableIndexes;
  const lines: string[] = [];
  for (const step of steps) {
    if (step.step === "part" && step.of === first)
      lines.push(`   таблица ${step.table + 1} — продолжение таблицы ${step.of + 1}: ${step.rule}`);
    if (step.step === "header" && step.table === first)
      lines.push(
        `   Заголовок: ${step.rule}${step.rows.length > 0 ? `; ${step.rows.map(rowPlace).join("; ")}` : ""}`,
        ...table.roles.map((column, at) => columnLine(column, at, table.confidence)),
      );
    if (step.step === "kind" && step.table === first)
      lines.push(
        `   Вид: ${TABLE_KINDS[step.kind as ReadTable["kind"]]} (${step.rule}), уверенность ${tell(table.confidence)}`,
      );
    if (step.step === "row" && step.row && table.tableIndexes.includes(step.row.table))
      lines.push(`   ${rowPlace(step.row)}: ${ROWS[step.as] ?? step.as} — ${step.rule}: ${quoted(step.text)}`);
    if (step.step === "row" && step.block !== null && table.sections.length > 0 && inTable(table, step.block))
      lines.push(`   абзац ${step.block + 1}: ${ROWS[step.as] ?? step.as} — ${step.rule}: ${quoted(step.text)}`);
  }
  return lines;
}

function inTable(table: ReadTable, block: number): boolean {
  const has = (sections: ReadTable["sections"]): boolean =>
    sections.some((one) => one.block === block || has(one.sections));
  return has(table.sections);
}

const tell = (confidence: number): string => String(Math.round(confidence * 100) / 100).replace(".", ",");

function columnLine({ label, role, key, guessed, rule }: ReadColumn, at: number, confidence: number): string {
  const name = label === "" ? "без заголовка" : `«${label}»`;
  const sure = guessed ? Math.min(confidence, 0.6) : confidence;
  const words = `${ROLES[role]}${key === undefined ? "" : ` ${key}`}`;
  return `     столбец ${at + 1} ${name} → ${words} (${rule ?? "правило не названо"}; уверенность ${tell(sure)})`;
}

/** Every distinct term of the table, how it is understood, and where it stands first. */
function termLines(table: ReadTable): readonly string[] {
  const terms = new Map<string, { readonly cell: CellAddress | undefined; count: number }>();
  for (const { measure } of measuresOf(table)) {
    const own: [string | null, string][] = [
      [
        measure.term === null && !measure.termContext ? null : termInContext(measure.term ?? "", measure.termContext),
        "term",
      ],
      ...Object.entries(measure.instruments ?? {}).map(([level, one]): [string, string] => [one.term, `${level} term`]),
    ];
    for (const [term, field] of own) {
      if (term === null || term === "") continue;
      const known = terms.get(term);
      if (known) known.count += 1;
      else terms.set(term, { cell: measure.cells[field]?.[0], count: 1 });
    }
  }
  if (terms.size === 0) return [];
  return [
    `   Сроки: разных ${terms.size}`,
    ...[...terms].flatMap(([term, { cell, count }]) => {
      const reading = readTerm(term);
      const place = cell ? cellPlace(cell) : "составлен из строк выше";
      const rest = reading.rest === "" ? "" : `; не понято: «${reading.rest}»`;
      return [
        `     «${term}» (${place}${count > 1 ? `, строк ${count}` : ""}) → ${tellTerm({ ...reading, rest: "" }) || "ничего"}${rest}`,
        ...reading.doubts.map(({ words }) => `       ${words}`),
      ];
    }),
  ];
}

function doubtLines(doubts: readonly Doubt[]): readonly string[] {
  if (doubts.length === 0) return [];
  return [
    `   Сомнения: ${doubts.length}`,
    ...doubts.map(({ kind, weight, text, where }) => {
      const place = where.address
        ? cellPlace(where.address)
        : where.block === null
          ? "документ"
          : `абзац ${where.block + 1}`;
      return `     ${weight === "question" ? "вопрос" : "замечание"} ${kind} (${place}): ${text}`;
    }),
  ];
}
