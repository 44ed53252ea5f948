import { sql } from "kysely";
import type { PersonActor } from "#shared/actor.ts";
import { hashPassword } from "#platform/auth/secrets.ts";
import type { BeforeRequest, JsonReply, RequestContext } from "#platform/http/route.ts";
import { checkOwnPassword } from "./confirm-person.ts";
import { refuseWeak } from "./refuse-weak.ts";
import { rotateSession } from "./open-session.ts";
import { tellPerson } from "./tell-person.ts";

interface ChangePassword {
  readonly current: string;
  readonly next: string;
}

/** Checks the present password and hashes the new one outside the transaction. */
export async function checkNewPassword(request: BeforeRequest<unknown, ChangePassword>): Promise<string> {
  const { accountId } = request.actor as PersonActor;
  const { current, next } = request.body;
  await checkOwnPassword(request, current, "current");
  const { rows } = await request.ask((tx) =>
    sql<{ login: string }>`select login from addressee(${accountId})`.execute(tx),
  );
  refuseWeak(next, rows[0]?.login, "next");
  return hashPassword(next);
}

/** Changes one's own password; the other sessions of the account end, links made for it no longer work, this session gets a new secret. */
export async function changePassword(
  context: RequestContext<unknown, unknown, ChangePassword>,
  actor: PersonActor,
): Promise<JsonReply<{ ok: true }>> {
  const hashed = context.prepared as string;
  const at = context.clock.real();
  await sql`select set_credential(${actor.accountId}, ${hashed}, ${at}), close_other_sessions(${actor.accountId}, ${actor.sessionId}), spend_links(${actor.accountId}, ${at}), close_steps(${actor.accountId})`.execute(
    context.tx,
  );
  const renewed = await rotateSession(context, actor.sessionId);
  await context.journal({
    territoryId: null,
    action: "password.change",
    subjectKind: "account",
    subjectId: actor.accountId,
  });
  await tellPerson(context, actor.accountId, "password-changed");
  return { json: { ok: true }, setCookies: [renewed] };
}
