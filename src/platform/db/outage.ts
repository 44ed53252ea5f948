/** Why what was asked could not be done, where the asking was right: another try later may succeed. */
export type Outage =
  /** no connection, a restart, a failover */
  | "away"
  /** more is asked than it can do: no free connection, a lock or a statement that took too long */
  | "busy"
  /** a disk is full or fails, the database's or that of files */
  | "disk";

const CODES: Readonly<Record<string, Outage>> = {
  ECONNREFUSED: "away",
  ECONNRESET: "away",
  EPIPE: "away",
  ETIMEDOUT: "away",
  EHOSTUNREACH: "away",
  ENOTFOUND: "away",
  EAI_AGAIN: "away",
  // it is shutting down, starting up, or a backend was ended
  "57P01": "away",
  "57P02": "away",
  "57P03": "away",
  // another transaction timed out while it sat idle; read-only after a failover
  "25P03": "busy",
  "25006": "away",
  "57014": "busy",
  "55P03": "busy",
  "53200": "busy",
  "53300": "busy",
  "53100": "disk",
  "58030": "disk",
  ENOSPC: "disk",
  EDQUOT: "disk",
};

/** What the client library says without a code. */
const WORDS: readonly (readonly [RegExp, Outage])[] = [
  [/^Connection terminated|connection error and is not queryable|^Client was closed|^Query read timeout/, "away"],
  [/^timeout exceeded when trying to connect/, "busy"],
];

/** An overload refused before the database was asked: as many wait for a connection as may. */
export class OverloadError extends Error {}

/** A connection that gave no answer in time, or answered a commit with a rollback: nobody knows what it does. */
export class ConnectionLostError extends Error {}

/** The kind of outage behind a fault; undefined where the fault lies elsewhere. */
export function outageOf(fault: unknown): Outage | undefined {
  if (fault instanceof OverloadError) return "busy";
  if (fault instanceof ConnectionLostError) return "away";
  const { code, message } = (fault ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === "string") {
    if (CODES[code]) return CODES[code];
    if (code.startsWith("08")) return "away";
  }
  return WORDS.find(([words]) => words.test(String(message)))?.[1];
}
