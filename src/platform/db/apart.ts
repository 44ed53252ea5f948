import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** Runs one part of a transaction by itself: where it throws, what it wrote is undone, the fault is thrown on and the rest goes on. */
export async function apart<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint apart`.execute(tx);
  try {
    const answer = await work();
    await sql`release savepoint apart`.execute(tx);
    return answer;
  } catch (fault) {
    // were this undoing lost in silence, a refused part could be committed: where it fails, its own fault is thrown
    await sql`rollback to savepoint apart`.execute(tx);
    await sql`release savepoint apart`.execute(tx);
    throw fault;
  }
}
