import { sql } from "kysely";
import type { PersonActor } from "#shared/actor.ts";
import { hashPassword, passwordMatches } from "#platform/auth/secrets.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { peopleProblem } from "../model/problems.ts";

/** Changes one's own password; the other sessions of the account end. */
export async function changePassword(
  context: RequestContext<unknown, unknown, { current: string; next: string }>,
  actor: PersonActor,
): Promise<{ ok: true }> {
  const { rows } = await sql<{ hash: string | null }>`select credential_of(${actor.accountId}) as hash`.execute(
    context.tx,
  );
  if (!(await passwordMatches(context.body.current, rows[0]?.hash ?? null)))
    throw peopleProblem("wrong-password", { fields: { current: "Нынешний пароль не подходит." } });
  const hashed = await hashPassword(context.body.next);
  await sql`select set_credential(${actor.accountId}, ${hashed}, ${context.clock.real()}), close_other_sessions(${actor.accountId}, ${actor.sessionId})`.execute(
    context.tx,
  );
  await context.journal({
    territoryId: null,
    action: "password.change",
    subjectKind: "account",
    subjectId: actor.accountId,
  });
  return { ok: true };
}
