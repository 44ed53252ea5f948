import type PgBoss from "pg-boss";
import { placeOfFault } from "#shared/problem.ts";
import type { Database } from "#platform/db/database.ts";
import { outageOf } from "#platform/db/outage.ts";
import { layBeforeAdministrator } from "./dead-jobs.ts";
import type { Job, WorkerTools } from "./jobs.ts";
import type { Runs } from "./runs.ts";

const OUTAGE_PAUSE_MS = 500;

export interface Trying {
  readonly tools: WorkerTools;
  readonly log: (line: string) => void;
  readonly runs: Runs;
  readonly pool: Database["pool"];
  readonly stopping: () => boolean;
}

/** Does one job. A failure is told in the log by its place; the database's own message may quote values, so it is not stored with the job. */
export async function tryJob(spec: Job, one: PgBoss.JobWithMetadata<object>, trying: Trying): Promise<void> {
  const { tools, log, runs, pool } = trying;
  try {
    await throughOutages(trying, () => runs.begin(one.id));
    await throughOutages(trying, () => spec.handle(spec.data.parse(one.data), tools));
  } catch (fault) {
    log(`сбой фоновой работы ${spec.queue}: ${placeOfFault(fault)}`);
    if (one.retryCount >= one.retryLimit && !trying.stopping()) {
      await layBeforeAdministrator(pool, { id: one.id, queue: spec.queue, data: one.data }, "failed");
      await spec.givenUp?.(one.data, tools);
    }
    // oxlint-disable-next-line preserve-caught-error -- pg-boss stores the error with its cause, and a cause may quote values
    throw new Error(`${spec.queue} failed`);
  } finally {
    // where it cannot be told, the next beat does
    await runs.end(one.id).catch(() => undefined);
  }
}

/** A database that is away is no fault of the job: it waits and begins again, and its tries stay for its own faults. */
async function throughOutages(trying: Trying, work: () => Promise<void>): Promise<void> {
  for (;;)
    try {
      return await work();
    } catch (fault) {
      if (trying.stopping() || outageOf(fault) !== "away") throw fault;
      await new Promise((wait) => setTimeout(wait, OUTAGE_PAUSE_MS));
    }
}
