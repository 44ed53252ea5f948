import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { Letter } from "./letter.ts";

export const LETTER_QUEUE = "letter-send";

const DAY_MS = 86_400_000;
/** As long a mail server may be down before a letter is given up. */
const USEFUL_DAYS = 5;

export type LetterContext = Pick<UseCaseContext, "tx" | "clock" | "newId" | "send" | "installation">;

/** What a letter is sealed for. */
export const sealedAs = (letterId: string) => `letter ${letterId}`;

/**
 * Queues a letter in the transaction it belongs to: committed together, sent after, tried again while the mail server is down. `until`
 * is when it stops being of use (its link runs out); five days without it. Does nothing and answers false where the installation sends
 * no mail. The letter is about an account and is destroyed with it.
 */
export async function sendLetter(
  context: LetterContext,
  accountId: Id,
  letter: Letter,
  until?: Date,
): Promise<boolean> {
  const { tx, clock, newId, send, installation } = context;
  if (!installation.mail) return false;
  const id = newId();
  const at = clock.real();
  const last = until ?? new Date(at.getTime() + USEFUL_DAYS * DAY_MS);
  const sealed = installation.keys.seal(JSON.stringify(letter), sealedAs(id));
  await sql`select put_letter(${id}, ${accountId}, ${sealed}, ${at}, ${last})`.execute(tx);
  await send(LETTER_QUEUE, { letterId: id });
  return true;
}
