import { createHash } from "node:crypto";
import type { Answer } from "./wire.ts";
import type { Evidence, Note } from "./verify.ts";

/** Asks for a page of the interface as a person of the district, by name. */
export type Reader = (name: string, path: string) => Promise<Answer | undefined>;

/** The most of one kind that is asked for through the interface; the database is compared whole. */
const MOST = 150;

/** What was acknowledged opens through the program's own interface, and files come back byte for byte. */
export async function checkReadable({ expected, territoryId }: Evidence, read: Reader, note: Note): Promise<void> {
  for (const report of spread(expected.reports)) {
    const answer = await read(`deputy${report.school + 1}`, `/api/reports/${territoryId}/${report.id}`);
    if (answer?.status !== 200) note("unreadable", `отчёт ${report.id}: ответ ${answer?.status}`);
    else if (answer.body.text !== report.text) note("lost", `отчёт ${report.id}: открылся другой текст`);
  }
  for (const file of spread(expected.files)) {
    const answer = await read(file.uploader, `/api/files/${territoryId}/${file.id}`);
    if (answer?.status !== 200) note("unreadable", `файл ${file.name}: ответ ${answer?.status}`);
    else if (createHash("sha256").update(answer.raw).digest("hex") !== file.sha256)
      note("unreadable", `файл ${file.name} вернулся другим`);
  }
  for (const programme of spread(expected.programmes)) {
    const answer = await read(`planner${programme.planner + 1}`, `/api/programmes/${territoryId}/${programme.id}`);
    if (answer?.status !== 200) note("unreadable", `программа ${programme.id}: ответ ${answer?.status}`);
  }
  for (const one of spread(expected.imports)) {
    const answer = await read("importer", `/api/imports/${territoryId}/${one.id}`);
    if (answer?.status !== 200) note("unreadable", `документ ${one.id}: ответ ${answer?.status}`);
  }
}

function spread<One>(all: readonly One[]): readonly One[] {
  const step = Math.max(1, Math.ceil(all.length / MOST));
  return all.filter((_, at) => at % step === 0);
}
