import { sql } from "kysely";

/** Of the column `rows` of an edit: whether it brought a roadmap together with its measures. */
export function loadsRoadmap(rows: string) {
  const brings = (table: string) => sql`jsonb_path_exists(${sql.ref(rows)}, ${made(table)}::jsonpath)`;
  return sql<boolean>`(${brings("roadmap")} and ${brings("measure")})`;
}

function made(table: string): string {
  return `$[*] ? (@.table == "${table}" && @.before == null && @.after != null)`;
}
