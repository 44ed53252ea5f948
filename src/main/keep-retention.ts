import { placeOfFault } from "#shared/problem.ts";
import { NO_REACH, type Database } from "#platform/db/database.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { RETENTION_QUEUE } from "#features/personal-data/server/propose-retention.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Has the terms of personal data looked at in every territory, now and every day. Returns the timer. */
export function keepRetention(database: Database, jobs: Jobs, log: (line: string) => void): NodeJS.Timeout {
  const round = async () => {
    const sent = new Set<string>();
    await database.within(NO_REACH, async (tx) => {
      const send = jobs.senderFor(tx, sent);
      for (const { id } of await tx.selectFrom("territory").select("id").execute())
        await send(RETENTION_QUEUE, { territoryId: id });
    });
    jobs.wake(sent);
  };
  const run = () =>
    void round().catch((fault: unknown) => log(`сбой проверки сроков хранения: ${placeOfFault(fault)}`));
  run();
  return setInterval(run, DAY_MS).unref();
}
