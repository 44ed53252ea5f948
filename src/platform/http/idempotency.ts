import { createHash } from "node:crypto";
import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

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
  const [, row] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`.execute(tx),
    tx
      .selectFrom("idempotency")
      .selectAll()
      .where("person_id", "=", personId)
      .where("key", "=", key)
      .executeTakeFirst(),
  ]);
  if (!row) return undefined;
  if (row.request_hash !== hash) throw commonProblem("key-reused");
  return { status: row.status, answer: row.answer };
}

export async function keepAnswer(
  tx: Tx,
  personId: Id,
  key: string,
  action: string,
  hash: string,
  answer: unknown,
  at: Date,
): Promise<void> {
  await tx
    .insertInto("idempotency")
    .values({
      person_id: personId,
      key,
      action,
      request_hash: hash,
      status: 200,
      answer: JSON.stringify(answer ?? null),
      at,
    })
    .execute();
}
