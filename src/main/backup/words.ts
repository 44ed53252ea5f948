import { counted, printNumber } from "#domain/russian/plural.ts";
import type { Walked } from "#platform/backup/walk-backup.ts";
import type { MadeBackup } from "#platform/backup/write-backup.ts";
import type { DrillLine } from "./drill.ts";
import { momentIn } from "./moment.ts";

/** «12,4 МБ» */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${printNumber(Math.max(1, Math.round(bytes / 1024)))} КБ`;
  return `${printNumber(Math.round((bytes / 1024 / 1024) * 10) / 10)} МБ`;
}

/** What a backup holds, in one line. */
export function contentInWords({ manifest }: Pick<MadeBackup, "manifest">): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    counted(manifest.tables.length, ["таблица", "таблицы", "таблиц"]),
    counted(rows, ["строка", "строки", "строк"]),
    counted(manifest.files.count, ["файл", "файла", "файлов"]) +
      (manifest.files.count > 0 ? ` (${sizeInWords(manifest.files.bytes)})` : ""),
    counted(manifest.jobs, ["работа ждёт", "работы ждут", "работ ждут"]),
  ].join(", ");
}

/** Files that rows name and the store does not hold; undefined where there are none. */
export function lostInWords({ manifest }: Pick<MadeBackup, "manifest">): string | undefined {
  const { length } = manifest.lostFiles;
  if (length === 0) return undefined;
  return `В хранилище не нашлось ${counted(length, ["файла", "файлов", "файлов"])}, о которых знает база: ${manifest.lostFiles.slice(0, 5).join(", ")}${length > 5 ? " …" : ""}.`;
}

/** When and by what a backup was made. */
export function originInWords({ header, encrypted, bytes }: Walked): string {
  return `Сделана ${momentIn(header.timeZone, new Date(header.madeAt))} версией ${header.program}, ${sizeInWords(bytes)}, ${encrypted ? "зашифрована" : "не зашифрована"}.`;
}

const DRILL_WORDS: Readonly<Record<DrillLine["what"], string>> = {
  tables: "таблицы, где число строк то же",
  rows: "строки",
  files: "файлы, у которых хеш тот же",
  journal: "строки журнала, цепочка цела",
  signIn: "вход в восстановленную программу",
};

/** The table of a drill. */
export function drillInWords(lines: readonly DrillLine[]): string[] {
  const rows = lines.map(({ what, found, expected, ok }) => [
    DRILL_WORDS[what],
    printNumber(found),
    printNumber(expected),
    ok ? "сходится" : "НЕ СХОДИТСЯ",
  ]);
  const all = [["что", "найдено", "должно быть", ""], ...rows];
  const widths = [0, 1, 2].map((at) => Math.max(...all.map((row) => row[at]!.length)));
  return all.map(([what = "", found = "", expected = "", verdict = ""]) =>
    `  ${what.padEnd(widths[0]!)}  ${found.padStart(widths[1]!)}  ${expected.padStart(widths[2]!)}  ${verdict}`.trimEnd(),
  );
}
