import { sql } from "kysely";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { JsonReply, RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import { addressClass } from "../model/address-class.ts";
import type { Entered } from "../model/contract.ts";
import { cookie, cookieOf, noCookie, SESSION_SECONDS, STEP_SECONDS } from "./cookie.ts";
import { deviceMark } from "./known-device.ts";

type Request = RequestContext<unknown, unknown, unknown>;
export type FirstStep = "password" | "link" | "foreign";
/** what a session was opened by: the first step and, where there is a second step, the code; the one click of the demonstration */
export type SignInStep = FirstStep | "code" | "demo";

/**
 * The first step was made. An account with a second step gets a half-open sign-in, which is good for the code alone and for five
 * minutes; any other is signed in.
 */
export async function enter(context: Request, accountId: Id, first: FirstStep): Promise<JsonReply<Entered>> {
  const { rows } = await sql<object>`select * from guarded_by_factor(array[${accountId}]::uuid[])`.execute(context.tx);
  if (rows.length === 0) return openSession(context, accountId, [first]);
  const token = makeToken();
  const until = new Date(context.clock.real().getTime() + STEP_SECONDS * 1000);
  await sql`select open_step(${tokenHash(token)}, ${accountId}, ${first}, ${until})`.execute(context.tx);
  return { json: { ok: true, codeAsked: true }, setCookies: [cookie("step", token, context.secure)] };
}

/**
 * Opens a new session for the account and hands its token over in a cookie; every sign-in has a token of its own, and the session that
 * the browser held until now ends.
 */
export async function openSession(
  context: Request,
  accountId: Id,
  by: readonly SignInStep[],
): Promise<JsonReply<Entered>> {
  const { tx, clock, secure } = context;
  const token = makeToken();
  const at = clock.real();
  const until = new Date(at.getTime() + SESSION_SECONDS * 1000);
  const held = cookieOf(context.cookies, "session", secure);
  if (held) await sql`select close_session_of_token(${tokenHash(held)})`.execute(tx);
  await sql`select open_session(${tokenHash(token)}, ${context.newId()}, ${accountId}, ${at}, ${until}, ${context.agent}, ${addressClass(context.address)})`.execute(
    tx,
  );
  await context.journal({
    territoryId: null,
    action: "session.open",
    subjectKind: "account",
    subjectId: accountId,
    detail: { by },
  });
  const setCookies = [
    cookie("session", token, secure),
    cookie("device", deviceMark(context.installation.keys, accountId), secure),
    noCookie("step", secure),
  ];
  return { json: { ok: true, codeAsked: false }, setCookies };
}

/** The same session under a new secret, after its person has proved anew who they are. Returns the cookie. */
export async function rotateSession(context: Request, sessionId: Id): Promise<string> {
  const token = makeToken();
  await sql`select rotate_session(${sessionId}, ${tokenHash(token)}, ${context.clock.real()})`.execute(context.tx);
  return cookie("session", token, context.secure);
}
