import { createHash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/** Statements a connection may keep prepared; beyond that, and for long lists of values, they are planned each time. */
const MOST_NAMES = 400;
const MOST_VALUES = 24;
/** a text is named only when it comes again: one-off lists of values must not use the names up */
const MOST_SEEN = 5000;

/** Of several statements in one text, the answer of the last. */
const lastOf = (answers: pg.QueryResult | pg.QueryResult[]): pg.QueryResult =>
  Array.isArray(answers) ? answers.at(-1)! : answers;

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
  const wrap = (client: pg.PoolClient): PostgresPoolClient => ({
    query: ((text: string, values: unknown[]) => {
      if (typeof text !== "string") return client.query(text, values);
      if (values.length === 0) return client.query(text).then(lastOf);
      const name = naming && values.length <= MOST_VALUES ? nameOf(text) : undefined;
      return name ? client.query({ name, text, values }) : client.query(text, values);
    }) as unknown as PostgresPoolClient["query"],
    release: () => client.release(),
  });
  return {
    async connect() {
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
