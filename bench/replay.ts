import { createHash } from "node:crypto";
import pg from "pg";
import type { Id } from "../src/shared/ids.ts";

/** A statement as it went to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const IDENTIFIER = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

type Query = (this: pg.Client, asked: string | pg.QueryConfig, values?: unknown[]) => unknown;

/** What one write asks of the database, in order, and the identifiers that it made: their first letters tell when. */
export async function recorded(
  work: () => Promise<void>,
): Promise<{ readonly statements: readonly Statement[]; readonly made: ReadonlySet<Id> }> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const asked = new Map<pg.Client, Statement[]>();
  const begun = Date.now();
  prototype.query = function (question, values) {
    const text = typeof question === "string" ? question : question.text;
    const given = typeof question === "string" ? values : question.values;
    asked.set(this, [...(asked.get(this) ?? []), { text, values: given ?? [] }]);
    return query.call(this, question, values);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  // what goes on in the background has connections of its own
  const statements = [...asked.values()].find((list) => list.some(({ text }) => text.includes('"idempotency"')));
  if (!statements) throw new Error("nothing was written");
  const ids = JSON.stringify(statements).match(IDENTIFIER) ?? [];
  const madeAt = (id: Id) => Number.parseInt(id.replace("-", "").slice(0, 12), 16);
  return { statements, made: new Set(ids.filter((id) => madeAt(id) >= begun && madeAt(id) <= Date.now())) };
}

/** The same statements on one connection of a pool, each prepared once a connection; every identifier as `of` says, one for all its places. */
export async function replayed(pool: pg.Pool, statements: readonly Statement[], of: (id: Id) => Id): Promise<void> {
  const given = new Map<Id, Id>();
  const changed = (text: string) =>
    text.replace(IDENTIFIER, (id) => {
      const known = given.get(id) ?? of(id);
      given.set(id, known);
      return known;
    });
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) {
      if (values.length === 0) await client.query(text);
      else
        await client.query({
          name: createHash("sha256").update(text).digest("base64url").slice(0, 32),
          text,
          values: values.map((value) => (typeof value === "string" ? changed(value) : value)),
        });
    }
  } finally {
    client.release();
  }
}
