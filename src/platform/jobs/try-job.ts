import type PgBoss from "pg-boss";
import { z } from "zod";
import { placeOfFault } from "#shared/problem.ts";
import { outageOf, type Outage } from "#platform/db/outage.ts";
import { giveUp, type GivingUp } from "./give-up.ts";
import type { Job } from "./jobs.ts";
import type { Runs } from "./runs.ts";

const STEP_MS = 500;
/** How long a job waits before it begins again, in steps; a full disk is rarely emptied in a second. Others are the job's own to fail by. */
const STEPS: Readonly<Partial<Record<Outage, number>>> = { away: 1, disk: 10 };

export interface Trying extends GivingUp {
  readonly runs: Runs;
  readonly stopping: () => boolean;
}

/** Does one job. A failure is told in the log by its place; the database's own message may quote values, so it is not stored with the job. */
export async function tryJob(spec: Job, one: PgBoss.JobWithMetadata<object>, trying: Trying): Promise<void> {
  const { tools, log, runs } = trying;
  try {
    await throughOutages(trying, () => runs.begin(one.id));
    await throughOutages(trying, () => spec.handle(z.parse(spec.data, one.data), tools));
  } catch (fault) {
    log(`сбой фоновой работы ${spec.queue}: ${placeOfFault(fault)}`);
    if (one.retryCount >= one.retryLimit && !trying.stopping())
      await giveUp(spec, { id: one.id, queue: spec.queue, data: one.data }, "failed", trying);
    // oxlint-disable-next-line preserve-caught-error -- pg-boss stores the error with its cause, and a cause may quote values
    throw new Error(`${spec.queue} failed`);
  } finally {
    // where it cannot be told, the next beat does
    await runs.end(one.id).catch(() => undefined);
  }
}

/** A database that is away or a disk that is full is no fault of the job: it waits and begins again, and its tries stay for its own faults. */
async function throughOutages(trying: Trying, work: () => Promise<void>): Promise<void> {
  for (;;)
    try {
      return await work();
    } catch (fault) {
      const steps = STEPS[outageOf(fault) ?? "busy"];
      if (trying.stopping() || !steps) throw fault;
      for (let step = 0; step < steps && !trying.stopping(); step += 1)
        await new Promise((wait) => setTimeout(wait, STEP_MS));
    }
}
