import { sql, type Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import { counted } from "#domain/russian/plural.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { sendLetter } from "#platform/mail/send-letter.ts";
import { linkLetter } from "../model/letters.ts";
import type { MadeLink } from "../model/people-contract.ts";
import { managesAccount } from "../model/policy.ts";
import { peopleProblem } from "../model/problems.ts";
import { LINK_DAYS, makeLink } from "./links.ts";
import { findPerson } from "./read-person.ts";
import { spendLinksOf } from "./spend-links.ts";
import { placesHeldBy } from "./standings.ts";
import { addresseeOf } from "./tell-person.ts";
import { tellsTaken, type Telling } from "./taken-logins.ts";
import type { AccountTable } from "./tables.ts";
import { loginOwners } from "./login-owners.ts";

/** The account of a person the actor may open, close and recover. */
export async function governed(
  context: UseCaseContext,
  territoryId: Id,
  personId: Id,
): Promise<Selectable<AccountTable> | undefined> {
  const { account, managed } = await findPerson(context, territoryId, personId, { lock: true });
  if (!managed) throw commonProblem("not-allowed");
  if (context.actor.kind === "person" && context.actor.personId === personId) throw peopleProblem("own-account");
  if (!managesAccount(context.actor, await placesHeldBy(context, personId))) throw peopleProblem("outranked");
  return account;
}

/** Opens an account under a login for a person who has none, or opens a closed one again. It works once its invitation is used. */
export async function openAccount(
  context: UseCaseContext & Telling,
  personId: Id,
  territoryId: Id,
  login: string,
): Promise<{ ok: true }> {
  const account = await governed(context, territoryId, personId);
  if (account && account.status !== "closed") throw peopleProblem("account-exists");
  const [taken] = await loginOwners(context.tx, [login]);
  if (taken && taken.personId !== personId)
    throw (await tellsTaken(context, [login]))
      ? peopleProblem("login-taken", { fields: { login: "Этот логин уже занят." } })
      : commonProblem("too-many", { values: { seconds: 900 } });
  if (account)
    await context.tx
      .updateTable("account")
      .set({ status: "invited", login, version: account.version + 1 })
      .where("id", "=", account.id)
      .execute();
  else
    await context.tx
      .insertInto("account")
      .values({ id: context.newId(), person_id: personId, login, status: "invited" })
      .execute();
  await spendLinksOf(context, personId);
  await context.journal({ territoryId, action: "account.open", subjectKind: "person", subjectId: personId });
  return { ok: true };
}

/**
 * Makes the link that is handed over: an invitation before the first sign-in, afterwards one for a new password. With `byMail` it is
 * sent to the login, where that is an address, and shown to nobody.
 */
export async function makeAccountLink(
  context: UseCaseContext,
  personId: Id,
  territoryId: Id,
  byMail: boolean,
): Promise<MadeLink> {
  const account = await governed(context, territoryId, personId);
  if (!account) throw peopleProblem("no-account");
  if (account.status === "closed") throw peopleProblem("account-closed");
  const kind = account.status === "invited" ? "invitation" : "recovery";
  const addressee = byMail && context.installation.mail ? await addresseeOf(context.tx, account.id) : undefined;
  if (byMail && !addressee) throw peopleProblem("mail-off");
  const path = await makeLink(context, kind, account.id, territoryId);
  const made = { kind, login: account.login, days: LINK_DAYS[kind] } as const;
  if (!addressee) return { ...made, path };
  const lasts = counted(made.days, ["день", "дня", "дней"]);
  const { words, ...letter } = linkLetter(kind, addressee.called, account.login, lasts);
  const sent = { ...letter, to: addressee.to, link: { path, words } };
  await sendLetter(context, account.id, sent, lastMoment(context, made.days));
  return { ...made, path: null };
}

function lastMoment({ clock }: UseCaseContext, days: number): Date {
  return new Date(clock.real().getTime() + days * 86_400_000);
}

/** Closes the account at once: every session of it ends, links and keys made for it no longer work, not even after it is opened again. */
export async function closeAccount(context: UseCaseContext, personId: Id, territoryId: Id): Promise<{ ok: true }> {
  const account = await governed(context, territoryId, personId);
  if (!account) throw peopleProblem("no-account");
  await context.tx
    .updateTable("account")
    .set({ status: "closed", version: account.version + 1 })
    .where("id", "=", account.id)
    .execute();
  const at = context.clock.real();
  await sql`select close_other_sessions(${account.id}, null), spend_links(${account.id}, ${at}), revoke_tokens(${account.id}, ${at}), close_steps(${account.id})`.execute(
    context.tx,
  );
  await context.journal({ territoryId, action: "account.close", subjectKind: "person", subjectId: personId });
  return { ok: true };
}
