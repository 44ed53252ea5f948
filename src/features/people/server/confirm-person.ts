import { sql } from "kysely";
import type { PersonActor } from "#shared/actor.ts";
import { commonProblem } from "#shared/problem.ts";
import { forgetGuesses, takeGuess } from "#platform/auth/guesses.ts";
import { passwordMatches } from "#platform/auth/secrets.ts";
import type { BeforeRequest, JsonReply, RequestContext } from "#platform/http/route.ts";
import { peopleProblem } from "../model/problems.ts";
import { rotateSession } from "./open-session.ts";

const FRESH_MS = 10 * 60_000;
const WRONG_MOST = 8;
const WINDOW_SECONDS = 15 * 60;

const keyOf = (actor: PersonActor) => `password ${actor.accountId} ${actor.sessionId}`;

/**
 * Compares a password with the actor's own, outside the transaction; a stolen session cannot guess on and on. Guesses are counted for
 * the session, so that they shut out nobody else.
 */
export async function checkOwnPassword(
  { actor, clock, ask, apart }: BeforeRequest<unknown, unknown>,
  password: string,
  field: string,
): Promise<void> {
  const person = actor as PersonActor;
  const limit = { key: keyOf(person), most: WRONG_MOST, seconds: WINDOW_SECONDS };
  if (!(await apart(({ tx }) => takeGuess(tx, [limit], clock.real()))))
    throw commonProblem("too-many", { values: { seconds: WINDOW_SECONDS } });
  const { rows } = await ask((tx) =>
    sql<{ hash: string | null }>`select credential_of(${person.accountId}) as hash`.execute(tx),
  );
  if (!(await passwordMatches(password, rows[0]?.hash ?? null)))
    throw peopleProblem("wrong-password", { fields: { [field]: "Пароль не подходит." } });
  await apart(({ tx }) => forgetGuesses(tx, [limit.key]));
}

/** The person of the session gave the password again: for ten minutes sensitive steps ask no more. The session gets a new secret. */
export async function confirmPerson(
  context: RequestContext<unknown, unknown, unknown>,
): Promise<JsonReply<{ ok: true }>> {
  const actor = context.actor as PersonActor;
  const renewed = await rotateSession(context, actor.sessionId);
  await context.journal({
    territoryId: null,
    action: "session.confirm",
    subjectKind: "account",
    subjectId: actor.accountId,
  });
  return { json: { ok: true }, setCookies: [renewed] };
}

/** Refuses a sensitive step unless the person signed in or gave the password within the last ten minutes. For any slice. */
export async function requireFresh(
  context: Pick<RequestContext<unknown, unknown, unknown>, "tx" | "clock" | "actor">,
): Promise<void> {
  const { sessionId } = context.actor as PersonActor;
  const { rows } = await sql<{ at: Date | null }>`select session_confirmed_at(${sessionId}) as at`.execute(context.tx);
  const at = rows[0]?.at;
  if (!at || context.clock.real().getTime() - at.getTime() > FRESH_MS) throw peopleProblem("confirm-first");
}
