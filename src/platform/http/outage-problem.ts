import { commonProblem, type Problem } from "#shared/problem.ts";
import { outageOf } from "#platform/db/outage.ts";

/** Why a file could not be written, where the asking was right. */
const DISK = new Set(["ENOSPC", "EDQUOT", "EIO", "EROFS", "EMFILE", "ENFILE"]);

/** After how many seconds it is worth asking again. */
const RETRY_AFTER: Readonly<Record<string, number>> = { unavailable: 2, overloaded: 3, "no-room": 30 };

/** The answer to a fault that lies in what the program stands on: 503 and when to come again; undefined where the fault is another. */
export function outageProblem(fault: unknown): Problem | undefined {
  switch (outageOf(fault)) {
    case "away":
      return commonProblem("unavailable");
    case "busy":
      return commonProblem("overloaded");
    case "disk":
      return commonProblem("no-room");
    case undefined:
      return DISK.has(String((fault as { code?: unknown } | null)?.code)) ? commonProblem("no-room") : undefined;
  }
}

/** Seconds for the header Retry-After; undefined where a repetition would be answered the same. */
export function retryAfterOf({ code }: Problem): number | undefined {
  return RETRY_AFTER[code];
}
