import { sql } from "kysely";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { JsonReply, RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import { SESSION_SECONDS, sessionCookie } from "./cookie.ts";

/** Opens a new session for the account and hands its token over in a cookie; every sign-in has a token of its own. */
export async function openSession(
  context: RequestContext<unknown, unknown, unknown>,
  accountId: Id,
): Promise<JsonReply<{ ok: true }>> {
  const token = makeToken();
  const at = context.clock.real();
  const until = new Date(at.getTime() + SESSION_SECONDS * 1000);
  await sql`select open_session(${tokenHash(token)}, ${context.newId()}, ${accountId}, ${at}, ${until}, ${context.agent})`.execute(
    context.tx,
  );
  await context.journal({ territoryId: null, action: "session.open", subjectKind: "account", subjectId: accountId });
  return { json: { ok: true }, setCookies: [sessionCookie(token, context.secure)] };
}
