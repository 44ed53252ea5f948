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

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash("sha256").update(text).digest("base64url").slice(0, 32)));
  return name;
}

/** A value of a statement with its identifiers changed; what is neither words nor a list of them stays. */
function inPlace(value: unknown, changed: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => inPlace(one, changed));
  return typeof value === "string" ? changed(value) : value;
}

/**
 * The same statements on one connection of a pool, each prepared once a connection, those that went together together again; every identifier
 * as `of` says, one for all its places.
 */
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
    let journey: Promise<unknown>[] = [];
    for (const { text, values, together } of statements) {
      if (!together) {
        await Promise.all(journey);
        journey = [];
      }
      journey.push(
        values.length === 0
          ? client.query(text)
          : client.query({ name: nameOf(text), text, values: values.map((value) => inPlace(value, changed)) }),
      );
    }
    await Promise.all(journey);
  } finally {
    client.release();
  }
}
