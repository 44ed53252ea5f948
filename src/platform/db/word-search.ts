import { sql, type RawBuilder, type SqlBool } from "kysely";

/** What is found by its words: names of `found_texts` in the database. */
export type TextKind = "programme" | "measure" | "report" | "organisation" | "person" | "paper" | "file";

/** What a person typed, as lists compare it: NFC and single spaces; "" asks for nothing. */
export function typedWords(text: string | undefined): string {
  return (text ?? "").normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** The pattern of `ilike` for words as they were typed, in the middle of a word too. */
export function partOf(words: string): string {
  return `%${words.replace(/[\\%_]/g, "\\$&")}%`;
}

/** The words stand in one of these columns as they were typed. `columns` are written in the source, never taken from a request. */
export function standIn(words: string, ...columns: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(
    columns.map((column) => sql`${sql.ref(column)} ilike ${partOf(words)}`),
    sql` or `,
  )})`;
}

/**
 * The name of what `column` identifies has all the words, in any of their forms; the last may be a beginning. Names alone are looked at.
 * The look-up goes past row-level security and gives back identifiers only: the query around it names the rows that the actor sees.
 * Figures alone have no forms: they are asked as they were typed.
 */
export function namedSo(words: string, kind: TextKind, column: string): RawBuilder<SqlBool> {
  if (!/\p{L}/u.test(words)) return sql<SqlBool>`false`;
  return sql<SqlBool>`${sql.ref(column)} in (select found.id from found_texts(${kind}, search_query(${words}, true, 'A')) found)`;
}
