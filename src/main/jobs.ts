import type { Job } from "#platform/jobs/jobs.ts";
import { importJobs } from "#features/imports/server/read-import.ts";
import { recoveryJobs } from "#features/people/server/recovery.ts";
import { obligationJobs } from "#features/obligations/server/replan.ts";

/** The single list of background work. One line a slice. */
export const JOBS: readonly Job[] = [...importJobs, ...obligationJobs, ...recoveryJobs];
