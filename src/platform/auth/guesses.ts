import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";

/** What wrong guesses are counted for («login … from …»), how many are let through and for how long they are remembered. */
export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
}

/** Only hashes of keys are stored: nobody's login or address stands in the table. */
const hashed = (key: string) => createHash("sha256").update(key).digest();

/**
 * Counts one more guess for each limit and tells whether all still allow it. Must be called in a transaction of its own, before the
 * guess is looked at: what is counted stands although the request is refused, and guesses sent at once are counted one by one. All
 * copies of the program count in the same rows. A right guess takes them back with `forgetGuesses`.
 */
export async function takeGuess(tx: Tx, limits: readonly Limit[], at: Date): Promise<boolean> {
  let allowed = true;
  // in one order, so that two requests never wait for each other
  for (const { key, most, seconds } of [...limits].sort((one, other) => (one.key < other.key ? -1 : 1))) {
    const { rows } = await sql<{
      times: number;
    }>`select take_guess(${hashed(key)}, ${at}, ${seconds}) as times`.execute(tx);
    if (rows[0]!.times > most) allowed = false;
  }
  return allowed;
}

/** Guesses counted so far for each key, in the order of the keys. */
export async function guessesOf(tx: Tx, keys: readonly string[], at: Date): Promise<readonly number[]> {
  const hashes = keys.map(hashed);
  const { rows } = await sql<{
    key: Buffer;
    times: number;
  }>`select * from guesses_of(${hashes}::bytea[], ${at})`.execute(tx);
  return hashes.map((hash) => rows.find(({ key }) => hash.equals(key))?.times ?? 0);
}

/** What was counted for these keys is forgotten: the guess was right. */
export async function forgetGuesses(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`select forget_guesses(${keys.map(hashed)}::bytea[])`.execute(tx);
}
