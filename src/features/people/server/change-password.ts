import { sql } from "kysely";
import type { PersonActor } from "#shared/actor.ts";
import { commonProblem } from "#shared/problem.ts";
import { hashPassword, passwordMatches } from "#platform/auth/secrets.ts";
import type { BeforeRequest, RequestContext } from "#platform/http/route.ts";
import { peopleProblem } from "../model/problems.ts";
import { forgetGuesses, guessesOf, noteGuess } from "./throttle.ts";

const WRONG_MOST = 8;

interface ChangePassword {
  readonly current: string;
  readonly next: string;
}

/** Checks the present password and hashes the new one outside the transaction; a stolen session cannot guess on and on. */
export async function checkNewPassword({
  actor,
  body,
  clock,
  ask,
}: BeforeRequest<unknown, ChangePassword>): Promise<string> {
  const { accountId } = actor as PersonActor;
  const key = `password ${accountId}`;
  const nowMs = clock.real().getTime();
  if (guessesOf(key, nowMs) >= WRONG_MOST) throw commonProblem("too-many", { values: { seconds: 900 } });
  const { rows } = await ask((tx) =>
    sql<{ hash: string | null }>`select credential_of(${accountId}) as hash`.execute(tx),
  );
  if (!(await passwordMatches(body.current, rows[0]?.hash ?? null))) {
    noteGuess(key, nowMs);
    throw peopleProblem("wrong-password", { fields: { current: "Нынешний пароль не подходит." } });
  }
  forgetGuesses(key);
  return hashPassword(body.next);
}

/** Changes one's own password; the other sessions of the account end, links made for it no longer work. */
export async function changePassword(
  context: RequestContext<unknown, unknown, ChangePassword>,
  actor: PersonActor,
): Promise<{ ok: true }> {
  const hashed = context.prepared as string;
  const at = context.clock.real();
  await sql`select set_credential(${actor.accountId}, ${hashed}, ${at}), close_other_sessions(${actor.accountId}, ${actor.sessionId}), spend_links(${actor.accountId}, ${at})`.execute(
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
