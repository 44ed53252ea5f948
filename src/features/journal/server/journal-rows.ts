import { sql, type RawBuilder } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import "#platform/journal/journal.ts";

/** A change as the journal holds it; personal ones hold hashes and where the values lie. */
export interface StoredChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly row?: Id;
  readonly personOf?: Id;
  readonly personal?: Id;
}

export interface JournalRow {
  readonly id: Id;
  readonly territory_id: Id | null;
  readonly at: Date;
  readonly actor: string;
  readonly person_id: Id | null;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly patronymic: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: Id | null;
  readonly subject_key: string | null;
  readonly programme_id: Id | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly changes: readonly StoredChange[];
  readonly device: string | null;
  readonly address: string | null;
}

/** Rows of the journal that fit, the latest first. */
export async function journalRows(
  tx: Tx,
  where: RawBuilder<unknown>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select j.id, j.territory_id, j.at, j.actor, j.person_id, p.family_name, p.given_name, p.patronymic, j.action, j.subject_kind, j.subject_id,
      j.subject_key, j.programme_id, j.detail, j.changes, o.device, o.address
    from (select * from journal j where ${where} order by j.at desc, j.id desc limit ${limit} offset ${offset}) j
    left join person p on p.id = j.person_id
    left join journal_origin o on o.id = j.origin_id
    order by j.at desc, j.id desc`.execute(tx);
  return rows;
}

/** How many rows fit, counted as far as `most`. */
export async function countRows(tx: Tx, where: RawBuilder<unknown>, most: number): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from (select from journal j where ${where} limit ${most + 1}) counted`.execute(tx);
  return rows[0]!.many;
}
