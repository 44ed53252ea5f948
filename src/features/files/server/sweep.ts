import type pg from "pg";
import type { Clock } from "#platform/clock/clock.ts";
import type { Database } from "#platform/db/database.ts";
import type { FileStore } from "#platform/files/store.ts";
import { makeId } from "#shared/ids.ts";
import { compareContents, markFaults, unmarkBack, type Faults } from "./compare-contents.ts";
import { TRY_CONTENT_ALONE } from "./content-lock.ts";

export interface SweepParts {
  readonly database: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  /** the program is being stopped: the rest waits for the next sweep */
  readonly signal?: AbortSignal;
}

/** What one sweep found, as the table `file_sweep` keeps it. */
export interface Swept {
  readonly files: number;
  readonly bytes: number;
  readonly removed: number;
  readonly suspicious: number;
  readonly missing: number;
  readonly altered: number;
  readonly compared: number;
}

const DAY_MS = 24 * 60 * 60_000;
/** Where more than half of the store is nobody's, it is the wrong database or an old copy of it: nothing is taken away then. */
const FEW = 10;

/**
 * Makes the store and the rows agree after any crash: contents that no row names and that lie for a day are taken away; rows whose content is
 * missing or altered are marked, never removed. Any number of processes may do it at once, and files may come and go meanwhile.
 */
export async function sweepFiles(parts: SweepParts): Promise<Swept> {
  const { database, files, clock } = parts;
  const kept = new Map<string, { readonly bytes: number; readonly keptAt: Date }>();
  for await (const { sha256, ...facts } of files.listFiles()) kept.set(sha256, facts);
  // asked after the listing: a row that came in between names a file that is young or is looked for once more
  const { rows } = await database.pool.query<{ sha256: string }>("select sha256 from named_content");
  const named = new Set(rows.map((row) => row.sha256));
  const yesterday = clock.real().getTime() - DAY_MS;
  const strays = [...kept].filter(([sha256, { keptAt }]) => !named.has(sha256) && keptAt.getTime() < yesterday);
  const believed = strays.length <= FEW ? named.size > 0 : strays.length * 2 <= kept.size;
  let removed = 0;
  for (const [sha256] of believed ? strays : []) {
    if (parts.signal?.aborted) break;
    if (await removeStray(database.pool, files, sha256)) removed += 1;
  }
  await unmarkBack(parts, (sha256) => kept.has(sha256));
  const absent = [...named].filter((sha256) => !kept.has(sha256));
  const faults: Faults = await compareContents(parts, absent);
  const counts = await markFaults(parts, faults);
  const swept: Swept = {
    files: kept.size - removed,
    bytes: [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    removed,
    suspicious: believed ? 0 : strays.length,
    ...counts,
    compared: faults.compared,
  };
  await database.pool.query(
    "insert into file_sweep (id, at, files, bytes, removed, suspicious, missing, altered, compared) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [
      makeId(),
      clock.real(),
      swept.files,
      swept.bytes,
      removed,
      swept.suspicious,
      swept.missing,
      swept.altered,
      swept.compared,
    ],
  );
  return swept;
}

/** Takes a content away unless somebody adopts it at this moment or has just named it. */
async function removeStray(pool: pg.Pool, files: FileStore, sha256: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows: lock } = await client.query<{ got: boolean }>(TRY_CONTENT_ALONE, [sha256]);
    const { rows } = await client.query("select from named_content where sha256 = $1 limit 1", [sha256]);
    const free = lock[0]!.got && rows.length === 0;
    if (free) await files.remove(sha256);
    await client.query("commit");
    return free;
  } catch (fault) {
    await client.query("rollback").catch(() => undefined);
    throw fault;
  } finally {
    client.release();
  }
}

/** One sentence for the log where somebody has to look; undefined where all is well. */
export function sweptInWords({ missing, altered, suspicious, files }: Swept): string | undefined {
  const said = [
    ...(missing > 0 ? [`нет содержимого у файлов: ${missing}`] : []),
    ...(altered > 0 ? [`содержимое изменено у файлов: ${altered}`] : []),
    ...(suspicious > 0
      ? [
          `ни одна запись базы не знает ${suspicious} файлов из ${files}, ничего не удалено: проверьте, та ли это база и та ли папка`,
        ]
      : []),
  ];
  return said.length > 0 ? `проверка файлов: ${said.join("; ")}` : undefined;
}
