import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import type { ColumnName } from "../model/columns.ts";

/** Every column of the product's own tables, and whether it is commented `personal`. */
export async function columnsOf(
  tx: Tx,
): Promise<readonly { readonly name: ColumnName; readonly isCommented: boolean }[]> {
  const { rows } = await sql<{ name: ColumnName; commented: boolean }>`
    select c.relname || '.' || a.attname as name, coalesce(col_description(c.oid, a.attnum) = 'personal', false) as commented
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(tx);
  return rows.map((row) => ({ name: row.name, isCommented: row.commented }));
}

/** Columns that name a person or an account: by a foreign key, or by their name where history outlives what it speaks of. */
export async function referencesToPeople(tx: Tx): Promise<readonly ColumnName[]> {
  const { rows } = await sql<{ name: ColumnName }>`
    select distinct c.relname || '.' || a.attname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
      and k.confrelid in ('person'::regclass, 'account'::regclass)
    where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and (k.oid is not null
        or (a.atttypid = 'uuid'::regtype and a.attname ~ '(^|_)(person|account)_id$|_by$|^delegated_to$'))
    order by 1`.execute(tx);
  return rows.map((row) => row.name);
}
