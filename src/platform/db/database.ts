import { availableParallelism } from "node:os";
import { sql, type Transaction } from "kysely";
import pg from "pg";
import { lineTaker, type Line } from "./line.ts";
import { surviveLosses } from "./survive-losses.ts";
import { transactionOn } from "./transaction.ts";
import type { Id } from "#shared/ids.ts";
import type { Tables } from "./tables.ts";

// `date` ↔ LocalDate string; numeric and bigint ↔ number (counts and planned values stay far below 2^53).
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(1700, Number);
pg.types.setTypeParser(20, Number);

export type Tx = Transaction<Tables>;

/** Which rows a transaction may touch: row-level security reads these three (migrations/…-walls.sql). */
export interface Reach {
  readonly person: Id | undefined;
  readonly reads: readonly Id[];
  readonly writes: readonly Id[];
}

/** No person, no territory: what the public and a not yet signed-in visitor have. */
export const NO_REACH: Reach = { person: undefined, reads: [], writes: [] };

/** How long a transaction may take: somebody waits before a screen, or nobody does. */
export type Patience = "request" | "work";

/**
 * What a transaction may take, seconds: one statement, the wait for a lock, and its silence between two statements. Set in the transaction
 * itself, because a pooler in transaction mode refuses them as settings of the connection.
 */
const LIMITS: Readonly<Record<Patience, { statement: number; lock: number; idle: number }>> = {
  request: { statement: 15, lock: 5, idle: 30 },
  work: { statement: 120, lock: 30, idle: 120 },
};
/** a connection that gives no answer for this long is lost, whatever it was asked */
const SILENT_MS = 150_000;
/** so many as keep the cores busy: each more takes some 15 MB of the database, and plans every statement anew for itself */
const CONNECTIONS = Math.min(24, Math.max(8, 4 * availableParallelism()));
/** for the program's own upkeep: a heartbeat that waits behind a crowd would be taken for the end of the process */
const UPKEEP_CONNECTIONS = 2;
const WAIT_MS = 10_000;

export interface Question {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Database {
  /**
   * Runs `work` in one transaction under the app role and the reach given; rolls back when it throws. `first` is asked in the same journey
   * as the opening; `work` is given its rows to come, and where it does not wait for them what it asks goes in that journey as well.
   * `ahead` is asked in it too, before the transaction sees anything. `planOnce`: what is asked is planned once a connection for any values.
   * For statements of a dozen joins and few rows, whose planning takes longer than their work: left to choose, PostgreSQL plans them anew each
   * time in hope of something better.
   */
  within<T>(
    reach: Reach,
    work: (tx: Tx, first: Promise<readonly unknown[]>, ahead: Promise<readonly unknown[]>) => Promise<T>,
    options?: {
      readOnly?: boolean;
      first?: Question | undefined;
      ahead?: string;
      patience?: Patience;
      planOnce?: boolean | undefined;
    },
  ): Promise<T>;
  /** The pool itself, for jobs' own schema and commands; never for requests, nor for COPY. */
  readonly pool: pg.Pool;
  /** Connections apart from those of people, for short questions of the program's own: heartbeats, seals, health. */
  readonly upkeep: pg.Pool;
  /** Work of the owner of the tables in one transaction on a connection of its own: COPY waits for its turn, as those of the pool do not. */
  copying<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const OPENING = "start transaction";
/** a reading one sees a single instant however many questions it asks: an import must not be «read» in one answer and without its review in the next */
const READ_OPENING = "start transaction isolation level repeatable read read only";
const REACH = `select set_config('role', 'orientir_app', true), set_config('app.person', $1, true), set_config('app.reads', $2, true),
  set_config('app.writes', $3, true), set_config('statement_timeout', $4, true), set_config('lock_timeout', $5, true),
  set_config('idle_in_transaction_session_timeout', $6, true), set_config('plan_cache_mode', $7, true)`;

function listed(ids: readonly Id[]): string {
  for (const id of ids) if (!/^[0-9a-f-]{36}$/i.test(id)) throw new TypeError("a reach holds identifiers only");
  return ids.join(",");
}

function reachValues({ person, reads, writes }: Reach, patience: Patience, planOnce: boolean): string[] {
  const { statement, lock, idle } = LIMITS[patience];
  const plan = planOnce ? "force_generic_plan" : "auto";
  return [...[person ? [person] : [], reads, writes].map(listed), `${statement}s`, `${lock}s`, `${idle}s`, plan];
}

/** Opens a transaction: the role and the reach are set before anything else is asked. Resolves with the rows of `first`. */
async function open(
  line: Line,
  values: readonly string[],
  readOnly: boolean,
  first: Question | undefined,
): Promise<readonly unknown[]> {
  const [, , found] = await Promise.all([
    line.ask(readOnly ? READ_OPENING : OPENING),
    line.ask(REACH, values),
    first && line.ask(first.text, first.values),
  ]);
  return found?.rows ?? [];
}

/** Changes the reach inside a transaction. */
export async function enterReach(tx: Tx, reach: Reach): Promise<void> {
  await sql`select set_config('role', 'orientir_app', true), set_config('app.person', ${reach.person ?? ""}, true),
    set_config('app.reads', ${reach.reads.join(",")}, true), set_config('app.writes', ${reach.writes.join(",")}, true)`.execute(
    tx,
  );
}

/**
 * Opens the pool of connections at `url`; nothing connects before the first question. `pooled`: a pooler in transaction mode stands there;
 * `waitMs`: how long a request waits for a connection; `silentMs`: after how long without an answer a connection is lost.
 */
export function openDatabase(
  url: string,
  {
    pooled = false,
    waitMs = WAIT_MS,
    silentMs = SILENT_MS,
  }: { pooled?: boolean; waitMs?: number; silentMs?: number } = {},
): Database {
  const usual = { connectionString: url, connectionTimeoutMillis: waitMs, query_timeout: silentMs, keepAlive: true };
  const pool = new pg.Pool({ ...usual, max: CONNECTIONS, pipeline: true });
  const upkeep = new pg.Pool({ ...usual, max: UPKEEP_CONNECTIONS });
  surviveLosses(pool);
  surviveLosses(upkeep);
  const take = lineTaker(pool, { naming: !pooled });
  return {
    pool,
    upkeep,
    // not kysely's own transaction: that opens in one journey, takes the reach in the next and asks in a third
    async within(reach, work, { readOnly = false, first, ahead, patience = "request", planOnce = false } = {}) {
      // what is wrong with the reach is told before anything is asked: without an opening it would be asked with the rights of the owner
      const values = reachValues(reach, patience, planOnce);
      const line = await take();
      let result;
      try {
        const before = ahead === undefined ? Promise.resolve([]) : line.ask(ahead).then(({ rows }) => rows);
        const opened = open(line, values, readOnly, first);
        // whoever does not look at the rows is told of a failed opening all the same
        [result] = await Promise.all([work(transactionOn(line), opened, before), opened, before]);
      } catch (fault) {
        // a connection that was lost has nothing to roll back; the first fault is the one to tell
        await line.end("rollback").catch(() => undefined);
        throw fault;
      }
      // what was read is told without waiting for the end of the reading
      if (readOnly) line.leave();
      else await line.end("commit");
      return result;
    },
    async copying(work) {
      const client = new pg.Client({ connectionString: url, keepAlive: true });
      await client.connect();
      try {
        await client.query("begin");
        const done = await work(client);
        await client.query("commit");
        return done;
      } finally {
        // what was not committed goes with the connection
        await client.end();
      }
    },
    async close() {
      await Promise.all([pool.end(), upkeep.end()]);
    },
  };
}
