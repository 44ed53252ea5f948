import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";

export interface LoginOwner {
  readonly login: string;
  readonly personId: Id;
  readonly familyName: string;
}

/** Whose these logins are, in whatever territory they stand: a login is one for the whole installation. What is found decides, and is not shown. */
export async function loginOwners(tx: Tx, logins: readonly string[]): Promise<readonly LoginOwner[]> {
  const { rows } = await sql<{ login: string; person_id: Id; family_name: string }>`
    select * from login_owners(${[...logins]}::text[])`.execute(tx);
  return rows.map((row) => ({ login: row.login, personId: row.person_id, familyName: row.family_name }));
}
