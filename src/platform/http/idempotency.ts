import { createHash } from "node:crypto";
import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";

interface IdempotencyTable {
  person_id: Id;
  key: string;
  action: string;
  request_hash: string;
  status: number;
  answer: unknown;
  at: Date;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    idempotency: IdempotencyTable;
  }
}

export interface Replay {
  readonly status: number;
  readonly answer: unknown;
}

export function requestHash(action: string, params: unknown, body: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([action, params, body]))
    .digest("hex");
}

/**
 * The stored answer of a write already done under this key, else undefined. A second request with the same key waits
 * until the first one commits; the same key with another content is refused.
 */
export async function findReplay(tx: Tx, personId: Id, key: string, hash: string): Promise<Replay | undefined> {
  // together, yet two: one statement would look at what stood before it waited
  const [, [row]] = await Promise.all([waitTurn(tx, { turn: `${personId} ${key}` }), keptUnder(tx, { personId, key })]);
  if (!row) return undefined;
  if (row.request_hash !== hash) throw commonProblem("key-reused");
  return { status: row.status, answer: row.answer };
}

const waitTurn = hot(
  (_tx, { turn }: { readonly turn: string }) => sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`,
);

const keptUnder = hot((tx, { personId, key }: { readonly personId: Id; readonly key: string }) =>
  tx
    .selectFrom("idempotency")
    .select(["request_hash", "status", "answer"])
    .where("person_id", "=", personId)
    .where("key", "=", key),
);

export async function keepAnswer(
  tx: Tx,
  personId: Id,
  key: string,
  action: string,
  hash: string,
  answer: unknown,
  at: Date,
): Promise<void> {
  await keep(tx, {
    person_id: personId,
    key,
    action,
    request_hash: hash,
    status: 200,
    answer: JSON.stringify(answer ?? null),
    at,
  });
}

const keep = hot((tx, row: IdempotencyTable) => tx.insertInto("idempotency").values(row));
