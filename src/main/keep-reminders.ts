import { placeOfFault } from "#shared/problem.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { NO_REACH, type Database } from "#platform/db/database.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { ROUND_QUEUE } from "#features/reminders/server/make-round.ts";
import { roundsDue } from "#features/reminders/server/rounds-due.ts";

const EVERY_MS = 5 * 60_000;

export interface ReminderWatch {
  /** asks at once where it is time, for those who wait for it */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Has each municipality's reminders made when its hour comes, in its own zone; the first look is over when it returns. Asked too often, it
 * does nothing.
 */
export async function keepReminders(
  database: Database,
  jobs: Jobs,
  clock: Clock,
  log: (line: string) => void,
): Promise<ReminderWatch> {
  const look = async () => {
    const sent = new Set<string>();
    await database.within(NO_REACH, async (tx) => {
      const send = jobs.senderFor(tx, sent);
      for (const territoryId of await roundsDue(tx, clock.now())) await send(ROUND_QUEUE, { territoryId });
    });
    jobs.wake(sent);
  };
  const run = () => look().catch((fault: unknown) => log(`сбой напоминаний: ${placeOfFault(fault)}`));
  await run();
  const timer = setInterval(() => void run(), EVERY_MS).unref();
  return { look, stop: () => clearInterval(timer) };
}
