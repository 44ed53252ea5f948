import { NO_REACH, type Database } from "#platform/db/database.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";

interface RestoredJob {
  readonly id: string;
  readonly queue: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly seconds: number;
}

/**
 * Takes up the jobs that waited when the backup was made that this database was restored from. Cut off in the middle it takes the rest up
 * at the next start; a job may come twice, as any may. One whose queue this version does not know stays where it is and is told of.
 */
export async function takeUpRestored(
  database: Database,
  jobs: Jobs,
  queues: readonly string[],
  log: (line: string) => void,
): Promise<void> {
  const { rows } = await database.pool.query<RestoredJob>(
    "select id, queue, data, greatest(0, extract(epoch from start_after - now()))::int as seconds from restored_job order by start_after, id",
  );
  for (const { id, queue, data, seconds } of rows) {
    if (!queues.includes(queue)) {
      log(`работа из копии осталась: очереди ${queue} в этой версии нет`);
      continue;
    }
    await database.within(NO_REACH, (tx) => jobs.senderFor(tx)(queue, data, { afterSeconds: seconds }));
    await database.pool.query("delete from restored_job where id = $1", [id]);
  }
}
