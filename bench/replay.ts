import { createHash } from "node:crypto";
import type pg from "pg";
import type { Id } from "../src/shared/ids.ts";
import type { AskedStatement } from "./statements.ts";

const IDENTIFIER = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Which identifiers in the statements of a write were made for it: their first letters tell when. */
export function madeSince(begun: number, statements: readonly AskedStatement[]): ReadonlySet<Id> {
  const madeAt = (id: Id) => Number.parseInt(id.replace("-", "").slice(0, 12), 16);
  const ids = JSON.stringify(statements).match(IDENTIFIER) ?? [];
  return new Set(ids.filter((id) => madeAt(id) >= begun && madeAt(id) <= Date.now()));
}

/** The same statements on one connection of a pool, each prepared once a connection; every identifier as `of` says, one for all its places. */
export async function replayed(
  pool: pg.Pool,
  statements: readonly AskedStatement[],
  of: (id: Id) => Id,
): Promise<void> {
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
