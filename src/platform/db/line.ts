import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import type pg from "pg";
import { ConnectionLostError, OverloadError } from "./outage.ts";

/** Statements a connection may keep prepared; beyond that, and for long lists of values, they are planned each time. */
const MOST_NAMES = 400;
const MOST_VALUES = 24;
/** a text is named only when it comes again: one-off lists of values must not use the names up */
const MOST_SEEN = 5000;

/** How long a reading that went well may stay open for another transaction to end it, ms: it holds back no more than a slow statement does. */
const LEFT_MS = 5;

/** Requests that may wait for a connection, as many as are served in the time that one waits; the next is refused at once. */
const MOST_WAITING = 600;

/** A connection as a transaction has it. Questions that do not wait for one another go in one journey, and are answered in their order. */
export interface Line {
  /** Rejects with the fault of the database; with ConnectionLostError where it gave no answer to an earlier question. */
  ask(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  /** Ends the transaction and gives the connection back; what is asked afterwards is refused, for it would be asked with the rights of the owner. */
  end(how: "commit" | "rollback"): Promise<void>;
  /** Ends a reading that went well: in the journey of the next transaction, if one comes within a moment, else in its own. */
  leave(): void;
}

/**
 * Holds what one answer leads to back until all of it is asked: it goes in one piece, where each question was a call of the system. Not until
 * the end of the turn: the database would idle while other answers are worked on, and then have all of them to do at once.
 */
function gatherer(client: pg.PoolClient): () => void {
  // pg has no door to its socket (brianc/node-postgres, lib/client.js: `connection.stream`)
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let holds = false;
  return () => {
    if (holds) return;
    holds = true;
    stream.cork();
    process.nextTick(() => {
      holds = false;
      stream.uncork();
    });
  };
}

/**
 * Takes lines of a pool whose clients send without waiting (`pipeline`). Each statement runs under a name made of its text: PostgreSQL then
 * plans it once a connection, not once a request (planning took two thirds of the time of a list with eight joins). Without `naming` each
 * is planned anew: behind a pooler in transaction mode the next transaction meets another connection, where the name is unknown or means
 * something else. Throws OverloadError where as many wait as may.
 */
export function lineTaker(pool: pg.Pool, { naming }: { readonly naming: boolean }): () => Promise<Line> {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= MOST_NAMES) return known;
    if (!seen.has(text)) {
      if (seen.size >= MOST_SEEN) seen.clear();
      seen.add(text);
      return undefined;
    }
    const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
    names.set(text, name);
    return name;
  };
  // connections on which a reading is still to be ended; they are not in the pool, where others would ask within that reading
  const left: { readonly client: pg.PoolClient; readonly late: NodeJS.Timeout }[] = [];
  const endLate = (client: pg.PoolClient) => {
    left.splice(
      left.findIndex((one) => one.client === client),
      1,
    );
    client.query("commit").then(
      () => client.release(),
      () => client.release(true),
    );
  };
  return async () => {
    const found = left.pop();
    clearTimeout(found?.late);
    if (!found && pool.waitingCount >= MOST_WAITING) throw new OverloadError();
    const client = found?.client ?? (await pool.connect());
    const gather = gatherer(client);
    let [lost, over] = [false, false];
    const send = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
      if (lost) throw new ConnectionLostError("the connection gave no answer before");
      gather();
      try {
        if (values.length === 0) return await client.query(text);
        const question: pg.QueryConfig = { text, values: [...values] };
        const name = naming && values.length <= MOST_VALUES ? nameOf(text) : undefined;
        if (name) question.name = name;
        return await client.query(question);
      } catch (fault) {
        // the question still stands in the line: whatever is asked next would wait behind it
        if ((fault as Error).message === "Query read timeout") lost = true;
        throw fault;
      }
    };
    // where it fails, whatever is asked next on this connection fails and tells
    if (found) void send("commit", []).catch(() => undefined);
    const end: Line["end"] = async (how) => {
      over = true;
      try {
        const { command } = await send(how, []);
        // a transaction in which a statement failed is «committed» with a rollback and no error
        if (how === "commit" && command !== "COMMIT") throw new Error("the transaction was rolled back");
        client.release();
      } catch (fault) {
        // nobody knows how it stands
        client.release(true);
        throw fault;
      }
    };
    return {
      async ask(text, values = []) {
        if (over) throw new Error("the transaction is over");
        return send(text, values);
      },
      end,
      leave() {
        // behind a pooler, and where others wait, the connection is given back at once
        if (!naming || lost || pool.waitingCount > 0) return void end("commit").catch(() => undefined);
        over = true;
        left.push({ client, late: setTimeout(endLate, LEFT_MS, client) });
      },
    };
  };
}
