import { mkdir, open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import type pg from "pg";
import { SEAL_COLUMNS, type Seal } from "./seal.ts";
import { appendSeals, linesOf } from "./seal-file.ts";

/** Holds the records of this database apart from its other locks. */
const LOCK = 4_400_002;
/** another process of the same record that stands still is not waited for longer; the next turn tries again */
const PATIENCE = "10s";
const PAGE = 100;

/** How far a record is known to this process: which file, how much of it was read, the last seal that stands there. */
export interface Known {
  readonly file: string;
  readonly bytes: number;
  readonly no: number;
}

/**
 * Writes into the record outside the database all seals that it lacks. The server and a worker beside it may share one: whoever writes
 * holds a lock of the database named by the file itself, and reads first what the others wrote since.
 */
export async function keepRecord(pool: pg.Pool, path: string, known: Known | undefined): Promise<Known> {
  if (known && (await sealsAfter(pool, known.no)).length === 0) return known;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const record = await open(path, "a+", 0o600);
  try {
    return await alone(pool, record, async (client, file) => {
      let no = await lastWritten(client, record, file, known);
      for (;;) {
        const seals = await sealsAfter(client, no);
        if (seals.length === 0) return { file, bytes: (await record.stat()).size, no };
        await appendSeals(record, seals);
        no = seals.at(-1)!.no;
      }
    });
  } finally {
    await record.close();
  }
}

async function alone(
  pool: pg.Pool,
  record: FileHandle,
  write: (client: pg.PoolClient, file: string) => Promise<Known>,
): Promise<Known> {
  const file = String((await record.stat({ bigint: true })).ino);
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(`set local lock_timeout = '${PATIENCE}'`);
    await client.query("select pg_advisory_xact_lock($1, hashtext($2))", [LOCK, file]);
    const written = await write(client, file);
    await client.query("commit");
    return written;
  } catch (fault) {
    await client.query("rollback").catch(() => undefined);
    throw fault;
  } finally {
    client.release();
  }
}

/**
 * The last seal that the record and the database have in common: after a crash, or after an older database was put back, the record goes on
 * from there. Of a record known already only what came since is read.
 */
async function lastWritten(
  client: pg.PoolClient,
  record: FileHandle,
  file: string,
  known: Known | undefined,
): Promise<number> {
  const { size } = await record.stat();
  const same = known && known.file === file && known.bytes <= size ? known : undefined;
  const come = await text(record.createReadStream({ start: same?.bytes ?? 0, autoClose: false }));
  const seals = linesOf(come).flatMap(({ seal }) => (seal ? [seal] : []));
  if (same) return seals.at(-1)?.no ?? same.no;
  const outside = new Map(seals.map(({ no, hash }) => [no, hash]));
  const { rows } = await client.query<{ no: number; hash: string }>(
    "select no::int as no, encode(hash, 'hex') as hash from journal_seal order by no desc",
  );
  return rows.find(({ no, hash }) => outside.get(no) === hash)?.no ?? 0;
}

async function sealsAfter(ask: Pick<pg.PoolClient, "query">, no: number): Promise<Seal[]> {
  const { rows } = await ask.query<Seal>(
    `select ${SEAL_COLUMNS} from journal_seal where no > $1 order by no limit ${PAGE}`,
    [no],
  );
  return rows;
}
