import { sql } from "kysely";
import { ForeignFault, type ForeignPerson, type ForeignSignIn, type ForeignStart } from "#platform/auth/foreign.ts";
import type { Installation } from "#platform/http/installation.ts";
import type { BeforeRequest, JsonReply, RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import type { Entered } from "../model/contract.ts";
import { peopleProblem } from "../model/problems.ts";
import { cookie, cookieOf, FOREIGN_SECONDS, noCookie } from "./cookie.ts";
import { enter } from "./open-session.ts";
import { tellPerson } from "./tell-person.ts";

const SEALED_FOR = "foreign sign-in";

interface Begun {
  readonly url: string;
  readonly start: ForeignStart;
}

/** Asks the provider where to go, outside the transaction. */
export async function beginForeign({ installation }: BeforeRequest<unknown, unknown>): Promise<Begun> {
  const provider = providerOf(installation);
  return told(provider, () => provider.begin());
}

/** Sends the browser to the provider; what the answer will be compared with goes along sealed in a cookie, so any copy can read it. */
export async function goForeign(
  context: RequestContext<unknown, unknown, unknown>,
): Promise<JsonReply<{ url: string }>> {
  const { url, start } = context.prepared as Begun;
  const kept = JSON.stringify({ ...start, at: context.clock.real().getTime() });
  const sealed = context.installation.keys.seal(kept, SEALED_FOR).toString("base64url");
  return { json: { url }, setCookies: [cookie("foreign", sealed, context.secure)] };
}

/** Reads the provider's answer, outside the transaction: it may take a provider's time. */
export async function checkForeign(request: BeforeRequest<unknown, { answer: string }>): Promise<ForeignPerson> {
  const { installation, cookies, secure, body, clock } = request;
  const provider = providerOf(installation);
  const kept = installation.keys.open(Buffer.from(cookieOf(cookies, "foreign", secure) ?? "", "base64url"), SEALED_FOR);
  if (!kept) throw peopleProblem("foreign-stale");
  const { at, ...start } = JSON.parse(kept) as ForeignStart & { at: number };
  if (clock.real().getTime() - at > FOREIGN_SECONDS * 1000) throw peopleProblem("foreign-stale");
  return told(provider, () => provider.finish(body.answer, start));
}

/**
 * Lets in whom the provider named: the account it was linked to, or on the first time the account whose login is the mail address that
 * the provider has verified. No account is made. Where the account has a second step, it is asked for: the provider stands for the
 * password only.
 */
export async function foreignSignIn(context: RequestContext<unknown, unknown, unknown>): Promise<JsonReply<Entered>> {
  const person = context.prepared as ForeignPerson;
  const accountId = (await linkedAccount(context, person)) ?? (await linkByEmail(context, person));
  if (!accountId) throw peopleProblem("foreign-unknown", { values: { name: providerOf(context.installation).name } });
  const entered = await enter(context, accountId, "foreign");
  return { ...entered, setCookies: [...entered.setCookies, noCookie("foreign", context.secure)] };
}

async function linkedAccount({ tx }: Pick<RequestContext<unknown, unknown, unknown>, "tx">, person: ForeignPerson) {
  const { rows } = await sql<{
    account_id: Id;
    status: string;
  }>`select * from foreign_account(${person.issuer}, ${person.subject})`.execute(tx);
  return rows[0]?.status === "active" ? rows[0].account_id : undefined;
}

async function linkByEmail(context: RequestContext<unknown, unknown, unknown>, person: ForeignPerson) {
  const { tx, clock } = context;
  if (!person.email) return undefined;
  const { rows } = await sql<{
    account_id: Id;
    status: string;
  }>`select account_id, status from credential_by_login(${person.email})`.execute(tx);
  const [account] = rows;
  if (!account || account.status === "closed") return undefined;
  const linked = await sql<{
    done: boolean;
  }>`select link_foreign(${person.issuer}, ${person.subject}, ${account.account_id}, ${clock.real()}) as done`.execute(
    tx,
  );
  if (!linked.rows[0]?.done) return undefined;
  // whoever came in without the invitation needs it no more, and whoever holds it still must not come in after them
  if (account.status === "invited") await sql`select spend_links(${account.account_id}, ${clock.real()})`.execute(tx);
  await context.journal({
    territoryId: null,
    action: "foreign.link",
    subjectKind: "account",
    subjectId: account.account_id,
  });
  await tellPerson(context, account.account_id, "foreign-linked");
  return account.account_id;
}

function providerOf({ foreign }: Installation): ForeignSignIn {
  if (!foreign) throw peopleProblem("foreign-off");
  return foreign;
}

/** A provider's fault in a sentence that names it. */
async function told<T>({ name }: ForeignSignIn, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (fault) {
    if (!(fault instanceof ForeignFault)) throw fault;
    throw peopleProblem(fault.kind === "away" ? "foreign-away" : "foreign-refused", { values: { name } });
  }
}
