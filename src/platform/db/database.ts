import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { preparing } from "./prepared.ts";
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

export interface Database {
  /** Runs `work` in one transaction under the app role and the reach given; rolls back when it throws. */
  within<T>(reach: Reach, work: (tx: Tx) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>;
  /** The pool itself, for health checks and jobs' own schema; never for requests. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export async function enterReach(tx: Tx, reach: Reach): Promise<void> {
  await sql`select set_config('role', 'orientir_app', true), set_config('app.person', ${reach.person ?? ""}, true),
    set_config('app.reads', ${reach.reads.join(",")}, true), set_config('app.writes', ${reach.writes.join(",")}, true)`.execute(
    tx,
  );
}

export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 12, connectionTimeoutMillis: 10_000 });
  // an idle connection dropped by the server must not end the program: the next request opens another
  pool.on("error", () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return {
    pool,
    within: (reach, work, options) => {
      const opening = options?.readOnly ? kysely.transaction().setAccessMode("read only") : kysely.transaction();
      return opening.execute(async (tx) => {
        await enterReach(tx, reach);
        return work(tx);
      });
    },
    close: () => kysely.destroy(),
  };
}
