import type { Job } from "#platform/jobs/jobs.ts";
import { obligationJobs } from "#features/obligations/server/replan.ts";

/** The single list of background work. One line a slice. */
export const JOBS: readonly Job[] = [...obligationJobs];
