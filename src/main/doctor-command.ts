import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { understand } from "#domain/tables/understand.ts";
import type { TraceStep } from "#domain/tables/trace.ts";
import { openDocument } from "#platform/office/open-document.ts";
import { fileTypeOf, type FileType } from "#platform/office/file-type.ts";
import { doctorReport } from "./doctor-report.ts";
import type { Output } from "./read-command.ts";

const CONSOLE: Output = {
  out: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

const TYPES: Readonly<Record<FileType, string>> = {
  docx: "документ Word",
  xlsx: "книга Excel",
  archive: "архив с частями (Word, Excel или OpenDocument)",
  html: "страница HTML",
  mhtml: "страница, сохранённая одним файлом",
  text: "простой текст",
  "flat-odf": "OpenDocument одним файлом",
  pdf: "PDF",
};

/**
 * `doctor FILE`: explains step by step how a document is read: its blocks, headers, columns, rows and terms, each with its rule, and every
 * doubt with its cell. Returns the exit code: 0 explained, 1 refused with a sentence.
 */
export async function doctorCommand(path: string, output: Output = CONSOLE): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    output.complain(`Файл «${path}» не найден или закрыт для чтения. Проверьте имя и папку.`);
    return 1;
  }
  const name = basename(path);
  const type = fileTypeOf(bytes, name);
  output.out(`Файл «${name}», байт: ${bytes.length}, по содержанию: ${TYPES[type as FileType] ?? "другой вид файла"}`);
  const opened = await openDocument(bytes, name);
  if (!opened.ok) {
    output.complain(opened.refusal.text);
    return 1;
  }
  const steps: TraceStep[] = [];
  const { grids, reading } = understand(opened.value, [], (step) => void steps.push(step));
  for (const line of doctorReport(grids, reading, steps)) output.out(line);
  return 0;
}
