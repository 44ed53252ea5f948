import type { Id } from "#shared/ids.ts";
import { placeOfFault } from "#shared/problem.ts";
import type { Database } from "#platform/db/database.ts";
import { outageOf } from "#platform/db/outage.ts";
import { layBeforeAdministrator } from "./dead-jobs.ts";
import type { Job, WorkerTools } from "./jobs.ts";

export interface GivingUp {
  readonly tools: WorkerTools;
  readonly pool: Database["pool"];
  readonly log: (line: string) => void;
}

/**
 * Tells whoever waits for a job that nothing will come, and lays it before the administrator. What the database is not there for is left to
 * the next beat, which finds a failed job that was not laid (`runs.ts`).
 */
export async function giveUp(
  spec: Job | undefined,
  job: { readonly id: Id; readonly queue: string; readonly data: unknown },
  reason: "failed" | "killed",
  { tools, pool, log }: GivingUp,
): Promise<void> {
  const told = (fault: unknown) => log(`сбой при отказе от фоновой работы ${job.queue}: ${placeOfFault(fault)}`);
  try {
    await spec?.givenUp?.(job.data, tools);
  } catch (fault) {
    told(fault);
    if (outageOf(fault)) return;
  }
  await layBeforeAdministrator(pool, job, reason).catch(told);
}
