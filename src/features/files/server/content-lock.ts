import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";

/** A space of lock numbers that only contents use. */
const SPACE = 17;

/**
 * Holds a content until the transaction ends, beside others who hold it: between its adoption and the commit of the row that names it the
 * sweep must not take it away. Taken before `files.adopt`.
 */
export async function holdContent(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${SPACE}, hashtext(${sha256}))`.execute(tx);
}

/** For the sweep: the same lock alone, as a statement on a connection of its own; false where somebody holds it now. */
export const TRY_CONTENT_ALONE = `select pg_try_advisory_xact_lock(${SPACE}, hashtext($1)) as got`;
