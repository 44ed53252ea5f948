import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { isMailAddress, type Letter } from "#platform/mail/letter.ts";
import { sendLetter, type LetterContext } from "#platform/mail/send-letter.ts";

/** Those of the people who can be written to: their account is in use and its login is a mail address. */
export async function mailable(tx: Tx, personIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  return new Set((await addressesOf(tx, personIds)).map((one) => one.personId));
}

/** Queues a letter to each of the people who can be written to; how many were queued. None where the installation sends no mail. */
export async function writeTo(
  context: LetterContext,
  personIds: readonly Id[],
  letter: Omit<Letter, "to">,
): Promise<number> {
  if (!context.installation.mail) return 0;
  const addresses = await addressesOf(context.tx, personIds);
  for (const { accountId, to } of addresses) await sendLetter(context, accountId, { ...letter, to });
  return addresses.length;
}

async function addressesOf(tx: Tx, personIds: readonly Id[]) {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom("account")
    .where("person_id", "in", [...new Set(personIds)])
    .where("status", "=", "active")
    .select(["id", "person_id", "login"])
    .orderBy("id")
    .execute();
  return rows
    .filter((row) => isMailAddress(row.login))
    .map((row) => ({ personId: row.person_id, accountId: row.id, to: row.login }));
}
