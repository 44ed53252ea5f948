import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { waitingJobs } from "#platform/jobs/waiting.ts";
import type { Planning } from "../model/planning.ts";

/** Plans of one programme, and of every programme of a territory. */
const QUEUES = ["obligation-replan", "obligation-replan-territory"] as const;
/** Seconds after which people are told that it takes longer than usual. */
const LONG = 60;

/** Whether the terms of a programme are being worked out at this moment: an approval or an edit is seen before what it makes of obligations. */
export async function planningOf(tx: Tx, territoryId: Id): Promise<(programmeId: Id) => Planning> {
  const jobs = await waitingJobs(tx, QUEUES, { territoryId });
  return (programmeId) => {
    const own = jobs.filter(({ queue, data }) => queue === QUEUES[1] || data["programmeId"] === programmeId);
    if (own.length === 0) return "none";
    return own.some(({ seconds }) => seconds < LONG) ? "going" : "long";
  };
}
