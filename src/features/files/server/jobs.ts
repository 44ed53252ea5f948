import type { Job } from "#platform/jobs/jobs.ts";
import { previewJob } from "./draw-preview.ts";
import { scanJob } from "./scan-file.ts";

/** Background work on files. */
export const fileJobs: readonly Job[] = [scanJob, previewJob];
