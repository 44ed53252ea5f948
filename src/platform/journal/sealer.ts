import type pg from "pg";
import { placeOfFault } from "#shared/problem.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { keepRecord, type Known } from "./keep-record.ts";
import { atText } from "./row-text.ts";
import { makeSeal, SEAL_COLUMNS, type Member, type Seal } from "./seal.ts";

const EVERY_MS = 3000;
/** rows under one seal at most: a seal is read whole */
const BATCH = 5000;

export interface Sealing {
  /** seals all that is committed by now; resolves when it stands in the database and in the record outside */
  now(): Promise<void>;
  /** seals nothing more until it is stopped */
  pause(): void;
  stop(): Promise<void>;
}

/**
 * Seals committed rows every few seconds and keeps the record outside the database (decision 016). Runs as the owner of the tables. Any
 * number of copies may run on one database: one seals at a time, and every record gets every seal.
 */
export function startSealing(pool: pg.Pool, path: string, clock: Clock, log: (line: string) => void): Sealing {
  let known: Known | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = async () => {
    while ((await sealBatch(pool, clock)) === BATCH);
    known = await keepRecord(pool, path, known);
  };
  // one turn after another: a record is written by one hand
  const next = () => {
    running = running.then(turn).catch((fault: unknown) => log(`журнал не опечатан: ${placeOfFault(fault)}`));
    return running;
  };
  const timer = setInterval(() => void next(), EVERY_MS).unref();
  void next();
  return {
    now: next,
    pause: () => clearInterval(timer),
    stop: async () => {
      clearInterval(timer);
      await next();
    },
  };
}

/** Closes one batch of committed rows under a seal; the number of rows taken, 0 also while another copy of the program seals. */
async function sealBatch(pool: pg.Pool, clock: Clock): Promise<number> {
  const waiting = await pool.query("select from journal_unsealed limit 1");
  if (waiting.rowCount === 0) return 0;
  const client = await pool.connect();
  try {
    await client.query("begin");
    const held = await client.query("select from journal_sealer for update skip locked");
    const members = held.rowCount === 0 ? [] : await takeUnsealed(client);
    if (members.length > 0) {
      const { rows } = await client.query<Seal>(`select ${SEAL_COLUMNS} from journal_seal order by no desc limit 1`);
      const seal = makeSeal(rows[0], atText(clock.real()), members);
      await client.query(
        "insert into journal_seal (no, at, previous, rows, members, hash) values ($1, $2, decode($3, 'hex'), $4, $5, decode($6, 'hex'))",
        [seal.no, seal.at, seal.previous, seal.rows, seal.members, seal.hash],
      );
    }
    await client.query("commit");
    return members.length;
  } catch (fault) {
    await client.query("rollback").catch(() => undefined);
    throw fault;
  } finally {
    client.release();
  }
}

/**
 * Takes rows from the queue, whatever the journal holds by now: a seal closes what was written, so that a row changed or removed before
 * it was sealed is found too.
 */
async function takeUnsealed(client: pg.PoolClient): Promise<Member[]> {
  const { rows } = await client.query<Member>(
    `delete from journal_unsealed where journal_id in (select journal_id from journal_unsealed order by journal_id limit $1 for update skip locked)
     returning journal_id as id, encode(hash, 'hex') as hash`,
    [BATCH],
  );
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
