import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import { passwordMatches } from "#platform/auth/secrets.ts";
import type { BeforeRequest, JsonReply, RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import { peopleProblem } from "../model/problems.ts";
import { openSession } from "./open-session.ts";
import { forgetGuesses, guessesOf, noteGuess } from "./throttle.ts";

const PER_LOGIN_AND_ADDRESS = 8;
const PER_ADDRESS = 60;

interface SignIn {
  readonly login: string;
  readonly password: string;
}

/**
 * Checks login and password outside the transaction of the request. Wrong guesses are counted in a window of fifteen minutes: per login
 * from one address, and per address. Many wrong guesses from an address (a school behind one line) slow only those who guess wrong:
 * a right password still comes in. Returns the account.
 */
export async function checkSignIn({ body, address, clock, ask }: BeforeRequest<unknown, SignIn>): Promise<Id> {
  const narrow = `login ${body.login} ${address}`;
  const wide = `address ${address}`;
  const nowMs = clock.real().getTime();
  if (guessesOf(narrow, nowMs) >= PER_LOGIN_AND_ADDRESS) throw tooMany();
  const { rows } = await ask((tx) =>
    sql<{
      account_id: Id;
      status: string;
      password_hash: string | null;
    }>`select * from credential_by_login(${body.login})`.execute(tx),
  );
  const found = rows[0];
  const matches = await passwordMatches(body.password, found?.status === "active" ? found.password_hash : null);
  if (!found || !matches) {
    noteGuess(narrow, nowMs);
    noteGuess(wide, nowMs);
    throw guessesOf(wide, nowMs) > PER_ADDRESS ? tooMany() : peopleProblem("wrong-sign-in");
  }
  forgetGuesses(narrow);
  return found.account_id;
}

function tooMany() {
  return commonProblem("too-many", { values: { seconds: 900 } });
}

/** Opens the session of the account that `checkSignIn` found. */
export function signIn(context: RequestContext<unknown, unknown, SignIn>): Promise<JsonReply<{ ok: true }>> {
  return openSession(context, context.prepared as Id);
}
