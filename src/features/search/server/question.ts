import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import type { Sought } from "../model/pieces.ts";

/** What is asked of the database, and what is marked in its answer. */
export interface Question {
  readonly words: string;
  /** a tsquery as text */
  readonly query: string;
  /** the words as they are compared with titles */
  readonly key: string;
  readonly sought: Sought;
}

/** Understands words as a question; undefined where nothing in them can be asked. The last word may be unfinished. */
export async function questionOf(tx: Tx, words: string): Promise<Question | undefined> {
  const { rows } = await sql<{ query: string | null; key: string; stems: string[] }>`
    select search_query(${words}, true)::text as query, search_key(${words}) as key,
      tsvector_to_array(to_tsvector('pg_catalog.russian', search_key(${words}))) as stems`.execute(tx);
  const { query, key, stems } = rows[0]!;
  if (query === null) return undefined;
  const last = key.split(" ").at(-1)!;
  const isAlone = stems.length === 0;
  return {
    words,
    query,
    key,
    sought: { stems: isAlone ? key.split(" ") : stems, beginning: last.length > 1 || isAlone ? last : null },
  };
}
