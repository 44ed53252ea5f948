import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import { isMailAddress } from "#platform/mail/letter.ts";
import { sendLetter, type LetterContext } from "#platform/mail/send-letter.ts";
import { NOTICES, type SignInNotice } from "../model/letters.ts";

/** Whom a letter about an account goes to; undefined where its login is no mail address. */
export async function addresseeOf(
  tx: LetterContext["tx"],
  accountId: Id,
): Promise<{ readonly to: string; readonly called: string; readonly status: string } | undefined> {
  const { rows } = await sql<{
    login: string;
    given_name: string;
    patronymic: string;
    status: string;
  }>`select * from addressee(${accountId})`.execute(tx);
  const [row] = rows;
  if (!row || !isMailAddress(row.login)) return undefined;
  return { to: row.login, called: `${row.given_name} ${row.patronymic}`.trim(), status: row.status };
}

/** Writes to a person that something about their sign-in has changed, so that they hear of what they did not do themselves. */
export async function tellPerson(context: LetterContext, accountId: Id, notice: SignInNotice): Promise<void> {
  if (!context.installation.mail) return;
  const person = await addresseeOf(context.tx, accountId);
  if (!person) return;
  const { subject, happened, otherwise } = NOTICES[notice];
  await sendLetter(context, accountId, {
    to: person.to,
    subject,
    paragraphs: [`${person.called}, здравствуйте!`, happened, otherwise],
    link: { path: "/password", words: "Вход и пароль" },
  });
}
