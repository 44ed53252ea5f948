import { statfs } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { lastDue, nextDue, type TimeOfDay } from "#platform/backup/due.ts";
import type { Keep } from "#platform/backup/retention.ts";
import { makeKeys } from "#platform/backup/keys.ts";
import { makeId } from "#shared/ids.ts";
import { placeOfFault } from "#shared/problem.ts";
import { claimRun, whileRunning } from "./backup-runs.ts";
import { clearSpent } from "./clear-spent.ts";
import { drillBackup, drillResult } from "./drill.ts";
import { makeBackup, type BackupPlace } from "./make-backup.ts";
import { lostInWords } from "./words.ts";

export interface Schedule {
  /** undefined: none is made by itself */
  readonly at: TimeOfDay | undefined;
  readonly folder: string;
  readonly keep: Keep;
  readonly drill: boolean;
  /** the secret of second factors, for a copy that comes without it */
  readonly installationKey: string | undefined;
}

export interface KeptBackups {
  /** one look at the clock: tells of this copy and makes what is due */
  turn(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;

/**
 * Tells once a minute how this copy of the program stands, and makes the backup that the schedule asks for: of all copies on one database
 * one claims it. What was missed while the program was off is made at its next start. The trial follows at once, while the key made for it
 * is in memory: afterwards the server cannot read its own backup.
 */
export function keepBackups(
  pool: pg.Pool,
  place: BackupPlace,
  schedule: Schedule,
  migrations: string,
  log: (line: string) => void,
  now: () => Date = () => new Date(),
): KeptBackups {
  const id = makeId();
  const startedAt = now();
  const look = async () => {
    const at = now();
    await tellOfCopy(pool, { id, startedAt, at, place, schedule });
    if (!schedule.at) return;
    const due = lastDue(at, schedule.at);
    const claimed = await claimRun(pool, "backup", due);
    if (!claimed) return;
    const { open, secret } = await makeKeys();
    let path: string | undefined;
    await whileRunning(pool, claimed, log, async () => {
      const made = await makeBackup(place, schedule.folder, now(), schedule.drill ? [open] : []);
      path = made.path;
      const told = [lostInWords(made), await clearedInWords(schedule, log)].filter(
        (sentence) => sentence !== undefined,
      );
      return { file: made.name, bytes: made.bytes, sentence: told.length > 0 ? told.join(" ") : undefined };
    });
    const trial = schedule.drill && path !== undefined && (await claimRun(pool, "drill", due));
    if (!trial) return;
    await whileRunning(pool, trial, log, async () => {
      const lines = await drillBackup({
        path: path!,
        secretKey: secret,
        program: place.program,
        migrations,
        near: place.dataFolder,
        installationKey: schedule.installationKey,
      });
      return drillResult(lines);
    });
  };
  let running: Promise<void> = Promise.resolve();
  const turn = () => {
    running = running.then(look).catch((fault: unknown) => log(`сбой расписания копий: ${placeOfFault(fault)}`));
    return running;
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void turn().finally(() => (busy = false));
  }, EVERY_MS).unref();
  void turn();
  return {
    turn,
    stop: async () => {
      clearInterval(timer);
      await running;
      await pool.query("delete from program_copy where id = $1", [id]).catch(() => undefined);
    },
  };
}

/** Clears what need not be kept; where that fails, the backup is made all the same, and a sentence tells of it. */
async function clearedInWords({ folder, keep }: Schedule, log: (line: string) => void): Promise<string | undefined> {
  try {
    await clearSpent(folder, keep);
    return undefined;
  } catch (fault) {
    log(`прежние копии не убраны: ${placeOfFault(fault)}`);
    return "Копия сделана, но прежние не удаляются: проверьте права на папку копий, иначе кончится место.";
  }
}

interface Copy {
  readonly id: string;
  readonly startedAt: Date;
  readonly at: Date;
  readonly place: BackupPlace;
  readonly schedule: Schedule;
}

async function tellOfCopy(pool: pg.Pool, { id, startedAt, at, place, schedule }: Copy): Promise<void> {
  const disk = await statfs(join(place.dataFolder)).catch(() => undefined);
  await pool.query(
    `insert into program_copy (id, version, started_at, seen_at, disk_free, disk_total, next_backup_at, drills)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set seen_at = excluded.seen_at, disk_free = excluded.disk_free, disk_total = excluded.disk_total,
       next_backup_at = excluded.next_backup_at`,
    [
      id,
      place.program,
      startedAt,
      at,
      disk ? disk.bavail * disk.bsize : 0,
      disk ? disk.blocks * disk.bsize : 0,
      schedule.at ? nextDue(at, schedule.at) : null,
      schedule.drill,
    ],
  );
  await pool.query("delete from program_copy where seen_at < $1", [new Date(at.getTime() - 24 * 60 * 60_000)]);
}
