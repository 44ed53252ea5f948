import type { Job } from "#platform/jobs/jobs.ts";
import { fileJobs } from "#features/files/server/jobs.ts";
import { importJobs } from "#features/imports/server/read-import.ts";
import { recoveryJobs } from "#features/people/server/recovery.ts";
import { obligationJobs } from "#features/obligations/server/replan.ts";
import { noticeLetterJobs } from "#features/reminders/server/notice-letters.ts";
import { roundJobs } from "#features/reminders/server/make-round.ts";
import { retentionJobs } from "#features/personal-data/server/propose-retention.ts";

/** The single list of background work. One line a slice. */
export const JOBS: readonly Job[] = [
  ...fileJobs,
  ...importJobs,
  ...obligationJobs,
  ...recoveryJobs,
  ...retentionJobs,
  ...roundJobs,
  ...noticeLetterJobs,
];
