import { sql } from "kysely";
import { hashPassword, makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { enterReach, NO_REACH, type Tx } from "#platform/db/database.ts";
import type { BeforeRequest, JsonReply, RequestContext, UseCaseContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import { calledName } from "../model/names.ts";
import { peopleProblem } from "../model/problems.ts";
import type { Entered } from "../model/contract.ts";
import { enter } from "./open-session.ts";
import { refuseWeak } from "./refuse-weak.ts";
import { tellPerson } from "./tell-person.ts";

const DAY_MS = 86_400_000;
/** An invitation lives a week (people are on leave), a link for a new password one day. */
export const LINK_DAYS = { invitation: 7, recovery: 1 } as const;

/** A link that somebody asked to have mailed to themselves lives an hour. */
export const RECOVERY_BY_MAIL_MS = 60 * 60_000;

/** What making a link needs: a request has it, and so has a command. */
type LinkContext = Pick<UseCaseContext, "tx" | "clock" | "journal">;

/**
 * Makes a single-use link for an account, the only one that works from now on; returns the path to hand over. The secret itself is not
 * stored. It is noted in the territory from which it was made, else where the person stands.
 */
export async function makeLink(
  context: LinkContext,
  kind: keyof typeof LINK_DAYS,
  accountId: Id,
  territoryId: Id | null = null,
): Promise<string> {
  const at = context.clock.real();
  await sql`select replace_links(${accountId}, ${at})`.execute(context.tx);
  return storeLink(context, kind, accountId, new Date(at.getTime() + LINK_DAYS[kind] * DAY_MS), territoryId);
}

/** Makes a link beside those that there are. */
export async function storeLink(
  context: LinkContext,
  kind: keyof typeof LINK_DAYS,
  accountId: Id,
  until: Date,
  territoryId: Id | null = null,
): Promise<string> {
  const token = makeToken();
  await sql`select make_link(${tokenHash(token)}, ${kind}, ${accountId}, ${context.clock.real()}, ${until})`.execute(
    context.tx,
  );
  await context.journal({ territoryId, action: `link.${kind}`, subjectKind: "account", subjectId: accountId });
  return `/link/${token}`;
}

interface FoundLink {
  kind: "invitation" | "recovery";
  account_id: Id;
  person_id: Id;
  login: string;
}

async function findLink(tx: Tx, token: string, at: Date): Promise<FoundLink> {
  const { rows } = await sql<FoundLink>`select * from link_by_token(${tokenHash(token)}, ${at})`.execute(tx);
  if (!rows[0]) throw await whyNot(tx, token);
  return rows[0];
}

/** A link that gave way to a newer one was used by nobody, and its person need not fear that it was. */
async function whyNot(tx: Tx, token: string): Promise<Error> {
  const { rows } = await sql<{ replaced: boolean }>`select link_replaced(${tokenHash(token)}) as replaced`.execute(tx);
  return peopleProblem(rows[0]!.replaced ? "link-replaced" : "link-spent");
}

/** Whose link it is, while it works; refused as «link-replaced» or «link-spent» afterwards. */
export async function seeLink(context: UseCaseContext, token: string) {
  const link = await findLink(context.tx, token, context.clock.real());
  // whoever holds the link is its person, and sees nothing else
  await enterReach(context.tx, { ...NO_REACH, person: link.person_id });
  const person = await context.tx
    .selectFrom("person")
    .where("id", "=", link.person_id)
    .selectAll()
    .executeTakeFirstOrThrow();
  return { kind: link.kind, login: link.login, calledName: calledName(person) };
}

/** Hashes the new password outside the transaction, and only for a link that still works. */
export async function hashForLink({
  params,
  body,
  clock,
  ask,
}: BeforeRequest<{ token: string }, { password: string }>): Promise<string> {
  const { login } = await ask((tx) => findLink(tx, params.token, clock.real()));
  refuseWeak(body.password, login, "password");
  return hashPassword(body.password);
}

/** Sets the password the link was made for, closes every session of the account and lets its person in: where there is a second step, to it. */
export async function useLink(
  context: RequestContext<{ token: string }, unknown, { password: string }>,
): Promise<JsonReply<Entered>> {
  const hashed = context.prepared as string;
  const at = context.clock.real();
  const link = await findLink(context.tx, context.params.token, at);
  const { rows } = await sql<{
    taken: boolean;
  }>`select use_link(${tokenHash(context.params.token)}, ${at}) as taken`.execute(context.tx);
  if (!rows[0]?.taken) throw peopleProblem("link-spent");
  await sql`select set_credential(${link.account_id}, ${hashed}, ${at}), close_other_sessions(${link.account_id}, null), spend_links(${link.account_id}, ${at}), close_steps(${link.account_id})`.execute(
    context.tx,
  );
  await context.journal({
    territoryId: null,
    action: "password.set-by-link",
    subjectKind: "account",
    subjectId: link.account_id,
  });
  if (link.kind === "recovery") await tellPerson(context, link.account_id, "password-changed");
  return enter(context, link.account_id, "link");
}
