import type { Job } from "#platform/jobs/jobs.ts";
import { previewJob } from "./draw-preview.ts";
import { textJob } from "./keep-text.ts";
import { scanJob } from "./scan-file.ts";

/** Background work on files. */
export const fileJobs: readonly Job[] = [scanJob, previewJob, textJob];
