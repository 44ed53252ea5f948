import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { presentReading } from "#domain/tables/present.ts";
import { measuresOf, type Reading } from "#domain/tables/reading.ts";
import { understand } from "#domain/tables/understand.ts";
import { openDocument } from "#platform/office/open-document.ts";

export interface ReadOptions {
  readonly json?: boolean;
}

/** How a command speaks: results go out, complaints go to the side. */
export interface Output {
  readonly out: (line: string) => void;
  readonly complain: (line: string) => void;
}

const CONSOLE: Output = {
  out: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/** `read FILE [--json]`: prints the reading of a document. Returns the exit code: 0 read, 1 refused with a sentence. */
export async function readCommand(
  path: string,
  { json = false }: ReadOptions = {},
  output: Output = CONSOLE,
): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    output.complain(`Файл «${path}» не найден или закрыт для чтения. Проверьте имя и папку.`);
    return 1;
  }
  const opened = await openDocument(bytes, basename(path));
  if (!opened.ok) {
    output.complain(opened.refusal.text);
    return 1;
  }
  const { reading } = understand(opened.value);
  if (json) output.out(JSON.stringify(presentReading(reading), null, 1));
  else for (const line of summaryOf(reading)) output.out(line);
  return 0;
}

export const TABLE_KINDS = {
  plan: "план мероприятий",
  matrix: "матрица инструментов",
  nested: "план внутри ячейки",
  indicators: "показатели",
  results: "ожидаемые результаты",
  participants: "участники",
  finance: "финансирование",
  reference: "справочная таблица",
  form: "анкета",
  layout: "рамка",
  points: "пункты приказа",
  duties: "обязанности",
} as const;

/** The reading in words: tables with their counts, texts, then every doubt. */
export function summaryOf(reading: Reading): readonly string[] {
  const lines = [`Документ «${reading.document}»`, ""];
  reading.tables.forEach((table, at) => {
    const measures = measuresOf(table);
    lines.push(`Таблица ${at + 1}: ${table.caption ?? "без названия"}`);
    const counted =
      table.rows.length > 0
        ? `строк: ${table.rows.length}`
        : `разделов: ${table.sections.filter(({ title }) => title !== null).length}, мероприятий: ${measures.length}`;
    lines.push(
      `  ${TABLE_KINDS[table.kind]}; ${counted}${table.physicalTables > 1 ? `; собрана из частей: ${table.physicalTables}` : ""}`,
    );
    for (const { measure } of measures) lines.push(`  ${measure.number ?? "–"}  ${measure.title ?? "без названия"}`);
    lines.push("");
  });
  for (const { heading, items, paragraphs } of reading.texts) {
    lines.push(`Текст: ${heading ?? "без заголовка"} (пунктов: ${items.length}, абзацев: ${paragraphs.length})`);
  }
  lines.push(
    "",
    reading.doubts.length === 0 ? "Сомнений в строении нет." : `Сомнений в строении: ${reading.doubts.length}`,
  );
  for (const { text, weight } of reading.doubts) lines.push(`  ${weight === "question" ? "?" : "·"} ${text}`);
  lines.push("Как поняты сроки, скажет команда doctor.");
  return lines;
}
