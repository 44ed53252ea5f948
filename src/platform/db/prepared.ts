import { createHash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { ConnectionLostError, OverloadError } from "./outage.ts";

/** Statements a connection may keep prepared; beyond that, and for long lists of values, they are planned each time. */
const MOST_NAMES = 400;
const MOST_VALUES = 24;
/** a text is named only when it comes again: one-off lists of values must not use the names up */
const MOST_SEEN = 5000;

/** Requests that may wait for a connection; the next is refused at once, so that nobody waits for what cannot come. */
const MOST_WAITING = 200;

/** Of several statements in one text, the answer of the last. */
const lastOf = (answers: pg.QueryResult | pg.QueryResult[]): pg.QueryResult =>
  Array.isArray(answers) ? answers.at(-1)! : answers;

/** A transaction in which a statement failed is «committed» by PostgreSQL with a rollback and no error. */
function honest(text: string, answer: pg.QueryResult): pg.QueryResult {
  if (text === "commit" && answer.command !== "COMMIT") throw new Error("the transaction was rolled back");
  return answer;
}

/**
 * A pool whose connections run each statement under a name made of its text: PostgreSQL then plans it once a connection, not once
 * a request (planning took two thirds of the time of a list with eight joins). Without `naming` each is planned anew: behind a pooler in
 * transaction mode the next transaction meets another connection, where the name is unknown or means something else.
 */
export function preparing(pool: pg.Pool, { naming }: { naming: boolean }): PostgresPool {
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
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    let lost = false;
    const ask = async (text: string, values: unknown[]): Promise<pg.QueryResult> => {
      if (lost) throw new ConnectionLostError("the connection gave no answer before");
      try {
        if (values.length === 0) return honest(text, lastOf(await client.query(text)));
        const name = naming && values.length <= MOST_VALUES ? nameOf(text) : undefined;
        return await (name ? client.query({ name, text, values }) : client.query(text, values));
      } catch (fault) {
        // the question still stands in the line: whatever is asked next would wait behind it
        if ((fault as Error).message === "Query read timeout") lost = true;
        throw fault;
      }
    };
    return {
      query: ((text: string, values: unknown[]) =>
        typeof text === "string"
          ? ask(text, values)
          : client.query(text, values)) as unknown as PostgresPoolClient["query"],
      release: () => client.release(lost),
    };
  };
  return {
    async connect() {
      if (pool.waitingCount >= MOST_WAITING) throw new OverloadError();
      const client = await pool.connect();
      const known = wrapped.get(client);
      if (known) return known;
      const made = wrap(client);
      wrapped.set(client, made);
      return made;
    },
    end: () => pool.end(),
  };
}
