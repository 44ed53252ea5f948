import type pg from "pg";
import { BackupError } from "#platform/backup/backup-error.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { placeOfFault } from "#shared/problem.ts";

/** How a run ended, for the page «Состояние». */
export interface RunResult {
  readonly failed?: boolean;
  readonly file?: string;
  readonly bytes?: number;
  readonly sentence?: string | undefined;
  readonly detail?: unknown;
}

const BEAT_MS = 30_000;

/**
 * Claims what is due for this copy of the program: its id, or undefined where another has it, it is done, or it failed three times. A failed
 * one is tried again after ten minutes, one that fell silent after three.
 */
export async function claimRun(pool: pg.Pool, kind: "backup" | "drill", due: Date): Promise<Id | undefined> {
  const { rows } = await pool.query<{ id: Id }>(
    `insert into backup_run as r (id, kind, due_at, started_at, beat_at) values ($1, $2, $3, now(), now())
     on conflict (kind, due_at) do update
       set started_at = now(), beat_at = now(), finished_at = null, outcome = null, sentence = null, tries = r.tries + 1
       where r.tries < 3 and (r.outcome = 'failed' and r.finished_at < now() - interval '10 minutes'
         or r.outcome is null and r.beat_at < now() - interval '3 minutes')
     returning r.id`,
    [makeId(), kind, due],
  );
  return rows[0]?.id;
}

/** Does the work of a claimed run and writes how it ended, a failure in a sentence. Tells of itself meanwhile. */
export async function whileRunning(
  pool: pg.Pool,
  id: Id,
  log: (line: string) => void,
  work: () => Promise<RunResult>,
): Promise<void> {
  const beat = setInterval(
    () => void pool.query("update backup_run set beat_at = now() where id = $1", [id]).catch(() => undefined),
    BEAT_MS,
  );
  try {
    const result = await work().catch((fault: unknown): RunResult => {
      log(`копия не сделана: ${placeOfFault(fault)}`);
      return { failed: true, sentence: sentenceOf(fault) };
    });
    await pool.query(
      `update backup_run set finished_at = now(), beat_at = now(), outcome = $2, file = $3, bytes = $4, sentence = $5, detail = $6
       where id = $1`,
      [id, ...endOf(result)],
    );
  } finally {
    clearInterval(beat);
  }
}

/** Writes down what was done by hand and has ended: the page «Состояние» knows no other way of it. */
export async function noteRun(
  pool: pg.Pool,
  kind: "backup" | "drill",
  startedAt: Date,
  result: RunResult,
): Promise<void> {
  await pool.query(
    `insert into backup_run (id, kind, due_at, started_at, beat_at, finished_at, outcome, file, bytes, sentence, detail)
     values ($1, $2, $3, $3, now(), now(), $4, $5, $6, $7, $8)`,
    [makeId(), kind, startedAt, ...endOf(result)],
  );
}

/** The last columns of a run, in their order. */
const endOf = ({ failed, file, bytes, sentence, detail }: RunResult) => [
  failed ? "failed" : "done",
  file ?? null,
  bytes ?? null,
  sentence ?? null,
  JSON.stringify(detail ?? {}),
];

/** Why it did not work, for whoever can help; a fault of the program keeps its words to the log. */
function sentenceOf(fault: unknown): string {
  if (fault instanceof BackupError) return fault.message;
  const { code } = fault as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "На диске с копиями кончилось место.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "В папку копий нельзя писать: проверьте права.";
  return "Подробности в выводе программы.";
}
