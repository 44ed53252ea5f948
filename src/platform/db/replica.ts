import { NO_REACH, openDatabase, type Database, type Question } from "./database.ts";
import { outageOf } from "./outage.ts";
import { compare, MAIN_POSITION, REPLICA_POSITION, type Position } from "./position.ts";
import { watchReplica, type ReplicaStanding } from "./watch-replica.ts";

/** Nobody waits for a replica: the main database can be asked at once. */
const WAIT_MS = 1000;
/** beyond what one statement of a request may take there */
const SILENT_MS = 17_000;
const LOOK_MS = 5000;

/** A streaming replica that answers readings. */
export interface Replica {
  /**
   * As `within` of the main database, for a reading transaction that has a `first`. The first question is always asked of the main
   * database: a right that was taken away and a session that was ended are gone at once. The rest is asked of the replica meanwhile; its
   * answers stand where it held everything that the main database held, else `work` is begun anew there.
   */
  readonly within: Database["within"];
  standing(): ReplicaStanding;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  /** a pooler in transaction mode stands before it */
  readonly pooled?: boolean;
  /** told once of each change of its standing */
  readonly log: (line: string) => void;
  /** told of each reading who answered it */
  readonly told?: ((by: "replica" | "main") => void) | undefined;
  /** how often it is looked at; it must hold then what the main database held the time before */
  readonly lookMs?: number;
}

/** Opens the replica at `url` of the database `main`. */
export function openReplica(url: string, main: Database, options: ReplicaOptions): Replica {
  const { pooled = false, log, told, lookMs = LOOK_MS } = options;
  const replica = openDatabase(url, { pooled, waitMs: WAIT_MS, silentMs: SILENT_MS });
  const watch = watchReplica(main, replica, lookMs, log);
  return {
    async within(reach, work, { first, ...how } = {}) {
      const onMain = () => {
        told?.("main");
        return main.within(reach, work, { ...how, first });
      };
      if (first === undefined || watch.standing() !== "in-order") return onMain();
      const asked = askMain(main, first);
      // it is heard below, or nobody needs it any more
      asked.catch(() => undefined);
      try {
        const [done] = await replica.within(
          reach,
          (tx, opened, ahead) => {
            const level = levelWith(asked, ahead, opened);
            const afterLevel = (fault: unknown) => level.then(() => Promise.reject(fault));
            // whoever does not look at what was found is told all the same, and a fault counts where nothing was missing
            return Promise.all([work(tx, level, ahead).catch(afterLevel), level]);
          },
          { ...how, ahead: `select ${REPLICA_POSITION} as position` },
        );
        told?.("replica");
        return done;
      } catch (fault) {
        if (fault instanceof BehindError) return onMain();
        if (fault instanceof MainError) throw fault.cause;
        if (!isOfReplica(fault)) throw fault;
        if (!PASSING.has(codeOf(fault))) watch.lost();
        return onMain();
      }
    },
    standing: watch.standing,
    async close() {
      await watch.stop();
      await replica.close();
    },
  };
}

/** The replica does not show everything yet. */
class BehindError extends Error {}
/** It was the main database that failed; the fault is the cause. */
class MainError extends Error {}

interface Asked {
  readonly found: readonly unknown[];
  /** undefined where nobody was found, or where a standby stands in the place of the main database */
  readonly position: Position | undefined;
}

/** What the first question finds, and how far the main database has come by then. Throws MainError. */
async function askMain(main: Database, { text, values }: Question): Promise<Asked> {
  const first = { text: `select asked.*, ${MAIN_POSITION} as position from (${text}) as asked`, values };
  const rows = await main
    .within(NO_REACH, (_tx, opened) => opened, { readOnly: true, first })
    .catch((cause: unknown) => {
      throw new MainError("the main database failed", { cause });
    });
  const found = rows as readonly { readonly position: Position | null }[];
  return { found: found.map(({ position: _position, ...row }) => row), position: found[0]?.position ?? undefined };
}

/** What was found, once it is known that the replica held as much before its transaction began. Throws BehindError. */
async function levelWith(
  asked: Promise<Asked>,
  ahead: Promise<readonly unknown[]>,
  opened: Promise<unknown>,
): Promise<readonly unknown[]> {
  const [{ found, position }, rows] = await Promise.all([asked, ahead, opened]);
  const [held] = rows as readonly { readonly position: string }[];
  if (position === undefined || compare(held!.position, position) !== "holds") throw new BehindError();
  return found;
}

/**
 * What says nothing of the replica's standing: rows that a question still needed were cleared away, or a question that a replica does not
 * answer at all.
 */
const PASSING = new Set(["40001", "25006"]);
/** a question that took too long takes as long elsewhere */
const TOO_LONG = "57014";

const codeOf = (fault: unknown) => String((fault as { code?: unknown } | null)?.code);

/** Whether it was the replica that failed, not what was asked. */
function isOfReplica(fault: unknown): boolean {
  return codeOf(fault) !== TOO_LONG && (PASSING.has(codeOf(fault)) || outageOf(fault) !== undefined);
}
