import { parseArgs } from "node:util";
import { counted } from "#domain/russian/plural.ts";
import type { Finding, FindingKind, Verdict } from "#platform/journal/finding.ts";
import { verifyNow } from "#platform/journal/verify.ts";
import { openForCommand } from "../open-database.ts";
import { sealsFile } from "../program.ts";

export const JOURNAL_VERIFY_HELP = `npm run orientir -- journal verify [--json]

Проверяет журнал: каждую строку по её печати, печати друг за другом и по записи вне базы, личные значения и адреса по строкам,
которые за них ручаются. Называет каждую строку и печать, которые изменены, убраны или подложены. Ничего не меняет.
С --json печатает одну запись JSON: {rows, waiting, seals, outside, personal, erased, findings: [{kind, row, seal, …}]}.
Код завершения 0, если журнал цел, и 1, если нет. Программу можно не останавливать.
`;

/** a seal stands outside within seconds of the database; a program that is stopped writes nothing more */
const PATIENCE_SECONDS = 6;

/** Verifies the journal. Returns the exit code. */
export async function journalVerify(args: readonly string[], print: (line: string) => void): Promise<number> {
  let json: boolean;
  try {
    json = parseArgs({ args: [...args], options: { json: { type: "boolean", default: false } } }).values.json;
  } catch {
    print(JOURNAL_VERIFY_HELP);
    return 2;
  }
  const opened = await openForCommand();
  const { database, settings } = opened;
  const client = await database.pool.connect();
  try {
    const record = sealsFile(settings.dataFolder, settings.journalSeals);
    const verdict = await verifyNow(client, record, PATIENCE_SECONDS);
    if (json) print(JSON.stringify(verdict));
    else for (const line of told(verdict, record)) print(line);
    return verdict.findings.length === 0 ? 0 : 1;
  } finally {
    client.release();
    await opened.close();
  }
}

function told({ rows, waiting, seals, outside, personal, erased, findings }: Verdict, record: string): string[] {
  const looked = [
    `Проверено: ${counted(rows, ["строка", "строки", "строк"])} журнала (${waiting} ещё без печати), ${counted(seals, ["печать", "печати", "печатей"])} в базе, ${outside} вне базы (${record}), ${counted(personal, ["личное значение", "личных значения", "личных значений"])} (уничтожено по закону: ${erased}).`,
  ];
  if (findings.length === 0) return [...looked, "Журнал цел."];
  return [
    ...looked,
    `Журнал изменён: ${counted(findings.length, ["находка", "находки", "находок"])}.`,
    ...findings.map(wordsOf),
  ];
}

const WORDS: Readonly<Record<FindingKind, string>> = {
  "row-changed": "строка изменена после записи",
  "row-removed": "строка убрана",
  "row-inserted": "строка подложена: её не писала программа",
  "queue-changed": "очередь печатей изменена",
  "seal-changed": "печать в базе изменена",
  "seal-removed": "печать убрана из базы: её строки и всё после неё могли быть возвращены к старой копии",
  "seal-not-outside": "печати нет в записи вне базы",
  "seal-rewritten": "в записи вне базы печать стоит дважды или не продолжает прежнюю: базу возвращали к старой копии",
  "line-broken": "строка записи вне базы не читается",
  "line-changed": "строка записи вне базы изменена",
  "personal-changed": "личное значение изменено",
  "personal-removed": "личное значение убрано без записи об уничтожении",
  "personal-inserted": "личное значение подложено",
  "origin-changed": "запись об адресе изменена",
  "origin-removed": "запись об адресе убрана раньше срока",
};

const NAMES = { row: "строка журнала", seal: "печать", line: "строка файла", personal: "значение", origin: "адрес" };

function wordsOf(finding: Finding): string {
  const where = Object.entries(NAMES).flatMap(([key, name]) => {
    const value = (finding as unknown as Record<string, unknown>)[key];
    return value === undefined || value === null ? [] : [`${name} ${String(value)}`];
  });
  return `  ${WORDS[finding.kind]}: ${where.join(", ")}`;
}
