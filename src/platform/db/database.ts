import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { preparing } from "./prepared.ts";
import { surviveLosses } from "./survive-losses.ts";
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
const CONNECTIONS = 12;
const WAIT_MS = 10_000;

export interface Database {
  /**
   * Runs `work` in one transaction under the app role and the reach given; rolls back when it throws. `first` is a statement without
   * values that is asked in the same journey as the opening; `work` is given its rows.
   */
  within<T>(
    reach: Reach,
    work: (tx: Tx, first: readonly unknown[]) => Promise<T>,
    options?: { readOnly?: boolean; first?: string | undefined; patience?: Patience },
  ): Promise<T>;
  /** The pool itself, for health checks and jobs' own schema; never for requests. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** An identifier as SQL, for the one exchange that takes no values; whatever is no identifier is a fault of the program. */
function idText(id: Id): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new TypeError("a reach holds identifiers only");
  return id;
}

const setting = (name: string, ids: readonly Id[]) => `set_config('${name}', '${ids.map(idText).join(",")}', true)`;

/**
 * What opens a transaction: the role and the reach, set before anything else is asked. A reading one sees a single instant however many
 * questions it asks: an import must not be «read» in one answer and without its review in the next.
 */
function openingOf(reach: Reach, readOnly: boolean, patience: Patience): string {
  const { statement, lock, idle } = LIMITS[patience];
  return `start transaction${readOnly ? " isolation level repeatable read read only" : ""}; select set_config('role', 'orientir_app', true), ${[
    setting("app.person", reach.person ? [reach.person] : []),
    setting("app.reads", reach.reads),
    setting("app.writes", reach.writes),
    `set_config('statement_timeout', '${statement}s', true)`,
    `set_config('lock_timeout', '${lock}s', true)`,
    `set_config('idle_in_transaction_session_timeout', '${idle}s', true)`,
  ].join(", ")}`;
}

/** Changes the reach inside a transaction. */
export async function enterReach(tx: Tx, reach: Reach): Promise<void> {
  await sql`select set_config('role', 'orientir_app', true), set_config('app.person', ${reach.person ?? ""}, true),
    set_config('app.reads', ${reach.reads.join(",")}, true), set_config('app.writes', ${reach.writes.join(",")}, true)`.execute(
    tx,
  );
}

/** Opens the pool of connections at `url`; nothing connects before the first question. `pooled`: a pooler in transaction mode stands there. */
export function openDatabase(url: string, { pooled = false } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: WAIT_MS,
    query_timeout: SILENT_MS,
    keepAlive: true,
  });
  surviveLosses(pool);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool, { naming: !pooled }) }) });
  return {
    pool,
    // not kysely's own transaction: that opens in one journey and takes the reach in the next
    within: (reach, work, { readOnly = false, first, patience = "request" } = {}) =>
      kysely.connection().execute(async (connection) => {
        const tx = connection as unknown as Tx;
        try {
          const opening = openingOf(reach, readOnly, patience);
          const { rows } = await sql.raw(first ? `${opening}; ${first}` : opening).execute(tx);
          const result = await work(tx, first ? rows : []);
          await sql.raw("commit").execute(tx);
          return result;
        } catch (fault) {
          // a connection that was lost has nothing to roll back; the first fault is the one to tell
          await sql
            .raw("rollback")
            .execute(tx)
            .catch(() => undefined);
          throw fault;
        }
      }),
    close: () => kysely.destroy(),
  };
}
