import { sql, type Compilable, type Expression } from "kysely";
import type { Tx } from "./database.ts";

/**
 * The rows of a query in portions of at most so many, never held together: by a cursor, which lives in the transaction that it is read in.
 * One at a time in a transaction.
 */
export async function* inPortions<Row>(
  tx: Tx,
  query: Expression<Row> & Compilable<Row>,
  most: number,
): AsyncGenerator<readonly Row[]> {
  // the whole will be read: a plan that is quick with the first rows alone is of no use
  await sql`set local cursor_tuple_fraction = 1`.execute(tx);
  await sql`declare portions no scroll cursor for ${query}`.execute(tx);
  const fetched = () => {
    const asked = sql<Row>`fetch ${sql.lit(most)} from portions`.execute(tx);
    // a fault is told where its rows are waited for, if anybody still waits
    asked.catch(() => undefined);
    return asked;
  };
  // the database gathers the next portion while this one is worked on
  for (let coming = fetched(); ;) {
    const { rows } = await coming;
    if (rows.length === most) coming = fetched();
    if (rows.length > 0) yield rows;
    if (rows.length < most) break;
  }
  await sql`close portions`.execute(tx);
}
