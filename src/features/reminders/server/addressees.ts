import type { Id } from "#shared/ids.ts";
import { isMailAddress } from "#platform/mail/letter.ts";
import type { Tx } from "#platform/db/database.ts";
import { calledName } from "#features/people/model/names.ts";
import { USUAL_RHYTHM, type LetterRhythm } from "../model/letter-choice.ts";

/** A person whom letters reach. */
export interface Addressee {
  readonly personId: Id;
  readonly accountId: Id;
  /** mail address */
  readonly to: string;
  /** «Татьяна Викторовна» */
  readonly called: string;
  readonly rhythm: Exclude<LetterRhythm, "never">;
}

/** Those of the people who may be written to: an account in use, a login that is an address, and no word against letters. */
export async function addresseesOf(tx: Tx, personIds: readonly Id[]): Promise<Addressee[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom("account as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .leftJoin("letter_choice as c", "c.person_id", "a.person_id")
    .where("a.person_id", "in", personIds)
    .where("a.status", "=", "active")
    .select(["a.person_id", "a.id", "a.login", "p.family_name", "p.given_name", "p.patronymic", "c.rhythm"])
    .orderBy("a.person_id")
    .orderBy("a.created_at")
    .execute();
  const found = new Map<Id, Addressee>();
  for (const row of rows) {
    const rhythm = row.rhythm ?? USUAL_RHYTHM;
    if (rhythm === "never" || !isMailAddress(row.login) || found.has(row.person_id)) continue;
    found.set(row.person_id, {
      personId: row.person_id,
      accountId: row.id,
      to: row.login,
      called: calledName(row),
      rhythm,
    });
  }
  return [...found.values()];
}
