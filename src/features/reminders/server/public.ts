import type { Id } from "#shared/ids.ts";
import type { Letter } from "#platform/mail/letter.ts";
import { sendLetter, type LetterContext } from "#platform/mail/send-letter.ts";
import { addresseesOf, type Addressee } from "./addressees.ts";
import { rulesOf } from "./rules.ts";

/**
 * Those of the people whom a letter that an officer sends by hand may reach: their word against letters holds for it too, and people of
 * the demonstration are invented. None where the installation sends no mail.
 */
export async function reachedByHand(
  { tx, installation }: Pick<LetterContext, "tx" | "installation">,
  territoryId: Id,
  personIds: readonly Id[],
): Promise<Addressee[]> {
  if (!installation.mail || (await placeOf(tx, territoryId)).is_demo) return [];
  return addresseesOf(tx, [...new Set(personIds)]);
}

/** Queues such a letter to each of the people whom it may reach, to go outside the quiet hours of the territory; how many were queued. */
export async function writeByHand(
  context: LetterContext,
  territoryId: Id,
  personIds: readonly Id[],
  letter: Omit<Letter, "to" | "quiet">,
): Promise<number> {
  const reached = await reachedByHand(context, territoryId, personIds);
  if (reached.length === 0) return 0;
  const { rules } = await rulesOf(context.tx, territoryId);
  const { time_zone: timeZone } = await placeOf(context.tx, territoryId);
  const quiet = { timeZone, from: rules.quietFrom, to: rules.quietTo };
  for (const { accountId, to } of reached) await sendLetter(context, accountId, { ...letter, to, quiet });
  return reached.length;
}

function placeOf(tx: LetterContext["tx"], territoryId: Id) {
  return tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select(["time_zone", "is_demo"])
    .executeTakeFirstOrThrow();
}
