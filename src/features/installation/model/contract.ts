import { z } from "zod";

const instant = z.iso.datetime();

/** One backup or drill of the schedule. */
export const Run = z.object({
  dueAt: instant,
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** «cut»: it fell silent in the midst */
  outcome: z.enum(["running", "done", "failed", "cut"]),
  file: z.string().nullable(),
  bytes: z.number().nullable(),
  /** of a failure, or of what is not well with it */
  sentence: z.string().nullable(),
});
export type Run = z.infer<typeof Run>;

export const InstallationView = z.object({
  /** the instant of the answer */
  at: instant,
  /** copies of the program that told of themselves within a day, the newest first */
  copies: z.array(
    z.object({
      version: z.string(),
      startedAt: instant,
      seenAt: instant,
      diskFree: z.number(),
      diskTotal: z.number(),
    }),
  ),
  database: z.object({ version: z.string(), bytes: z.number(), migrations: z.number() }),
  jobs: z.object({
    waiting: z.number(),
    /** age of the oldest that could run now, s; 0 where none waits */
    oldestSeconds: z.number(),
    /** failed every time they were tried, and nobody has settled it yet */
    dead: z.number(),
  }),
  files: z.object({
    /** of the territories that the reader sees: in quarantine for more than an hour */
    unchecked: z.number(),
  }),
  backup: z.object({
    /** whether any copy of the program makes them by itself */
    scheduled: z.boolean(),
    nextAt: instant.nullable(),
    last: Run.nullable(),
    lastDone: Run.nullable(),
  }),
  drill: z.object({ asked: z.boolean(), last: Run.nullable() }),
});
export type InstallationView = z.infer<typeof InstallationView>;
