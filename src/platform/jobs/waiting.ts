import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";

export interface WaitingJob {
  readonly queue: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** since it was asked for, by the clock of the database */
  readonly seconds: number;
}

/**
 * Jobs of these queues that are asked for and not done, those between two tries too. A job asked for by a write is seen together with
 * the write, and is gone only after what it did is seen: «none» means that all of it stands. `like` is what their data must hold.
 */
export async function waitingJobs(
  tx: Tx,
  queues: readonly string[],
  like: Readonly<Record<string, unknown>>,
): Promise<readonly WaitingJob[]> {
  const { rows } = await sql<WaitingJob>`
    select name as queue, data, extract(epoch from now() - created_on)::int as seconds
    from pgboss.job
    where name = any (${[...queues]}) and state in ('created', 'retry', 'active') and data @> ${JSON.stringify(like)}::jsonb
  `.execute(tx);
  return rows;
}
