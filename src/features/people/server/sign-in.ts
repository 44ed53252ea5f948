import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import { passwordMatches } from "#platform/auth/secrets.ts";
import type { JsonReply, RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import { peopleProblem } from "../model/problems.ts";
import { openSession } from "./open-session.ts";
import { forgetGuesses, guessesOf, noteGuess } from "./throttle.ts";

const PER_LOGIN_AND_ADDRESS = 8;
const PER_ADDRESS = 60;

/**
 * Signs a person in by login and password. Wrong guesses are counted per login from one address and per address, in a window
 * of fifteen minutes: the owner elsewhere is not locked out by a stranger's guessing.
 */
export async function signIn(
  context: RequestContext<unknown, unknown, { login: string; password: string }>,
): Promise<JsonReply<{ ok: true }>> {
  const { login, password } = context.body;
  const narrow = `login ${login} ${context.address}`;
  const wide = `address ${context.address}`;
  const nowMs = context.clock.real().getTime();
  if (guessesOf(narrow, nowMs) >= PER_LOGIN_AND_ADDRESS || guessesOf(wide, nowMs) >= PER_ADDRESS) {
    throw commonProblem("too-many", { values: { seconds: 900 } });
  }
  const { rows } = await sql<{
    account_id: Id;
    status: string;
    password_hash: string | null;
  }>`select * from credential_by_login(${login})`.execute(context.tx);
  const found = rows[0];
  const matches = await passwordMatches(password, found?.status === "active" ? found.password_hash : null);
  if (!found || !matches) {
    noteGuess(narrow, nowMs);
    noteGuess(wide, nowMs);
    throw peopleProblem("wrong-sign-in");
  }
  forgetGuesses(narrow);
  return openSession(context, found.account_id);
}
