import pg from "pg";
import { outageOf } from "#platform/db/outage.ts";
import { surviveLosses } from "#platform/db/survive-losses.ts";

export interface QueueDatabase {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;

/**
 * The connections of the queue itself. While the database is away its questions wait and are asked again: the queue's library leaves the
 * end of a job unawaited, and a refusal there would end the whole program. Each of its statements may be done twice.
 */
export function openQueueDatabase(url: string): QueueDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    // its questions are short, and it can wait
    max: 2,
    application_name: "orientir-jobs",
    connectionTimeoutMillis: 10_000,
    query_timeout: 120_000,
    keepAlive: true,
  });
  surviveLosses(pool);
  let closing = false;
  return {
    async executeSql(text, values) {
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        try {
          return await pool.query(text, values);
        } catch (fault) {
          // nobody waits any more, and an answer made up here would be read as one
          if (closing) return await new Promise<never>(() => {});
          if (!outageOf(fault)) throw fault;
        }
        await new Promise((wait) => setTimeout(wait, pause).unref());
      }
    },
    async close() {
      if (closing) return;
      closing = true;
      await pool.end();
    },
  };
}
