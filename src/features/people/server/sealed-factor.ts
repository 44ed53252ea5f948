import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Keys } from "#platform/auth/keys.ts";
import type { Tx } from "#platform/db/database.ts";
import { peopleProblem } from "../model/problems.ts";

export interface Factor {
  /** base32 */
  readonly secret: string;
  readonly madeAt: Date;
  readonly codesLeft: number;
}

/** What a secret is sealed for: a row copied to another account does not open. */
export const sealedFor = (accountId: Id) => `second factor ${accountId}`;

/** The factor in force, opened; undefined where there is none. One sealed by another key is told by a problem. */
export async function openFactor(tx: Tx, keys: Keys, accountId: Id): Promise<Factor | undefined> {
  const { rows } = await sql<{
    sealed: Buffer;
    made_at: Date;
    codes_left: number;
  }>`select * from factor_of(${accountId})`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const secret = keys.open(row.sealed, sealedFor(accountId));
  if (secret === undefined) throw peopleProblem("factor-unreadable");
  return { secret, madeAt: row.made_at, codesLeft: row.codes_left };
}

/** When the factor was made and how many recovery codes are left, its secret left closed. */
export async function factorStands(tx: Tx, accountId: Id): Promise<Omit<Factor, "secret"> | undefined> {
  const { rows } = await sql<{
    made_at: Date;
    codes_left: number;
  }>`select made_at, codes_left from factor_of(${accountId})`.execute(tx);
  return rows[0] && { madeAt: rows[0].made_at, codesLeft: rows[0].codes_left };
}
