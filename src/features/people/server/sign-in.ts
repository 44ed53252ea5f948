import { availableParallelism } from "node:os";
import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import { atMost } from "#platform/files/at-most.ts";
import { forgetGuesses, guessesOf, takeGuess, type Limit } from "#platform/auth/guesses.ts";
import { networkOf } from "#platform/auth/network-of.ts";
import { passwordMatches } from "#platform/auth/secrets.ts";
import { makeTurns } from "#platform/auth/turns.ts";
import type { BeforeRequest, JsonReply, RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import type { Entered } from "../model/contract.ts";
import { peopleProblem } from "../model/problems.ts";
import { cookieOf } from "./cookie.ts";
import { knownDevice } from "./known-device.ts";
import { enter } from "./open-session.ts";

export const WINDOW_SECONDS = 15 * 60;
const PER_LOGIN_AND_ADDRESS = 8;
const PER_DEVICE = 8;
/** of one login from all addresses together: a guesser with many addresses */
const PER_LOGIN = 100;
/** from one address at all logins: beyond it sign-ins from there go one by one, half a second apart */
const PER_ADDRESS = 60;
const turnOf = makeTurns(500, 30);
/** a crowd that signs in waits here in its order, with no connection held, and those who are in already work on */
const inTurn = atMost(2 * availableParallelism(), 500);

interface SignIn {
  readonly login: string;
  readonly password: string;
}

interface Checked {
  readonly accountId: Id;
  /** what was counted for this sign-in, to be forgotten with it */
  readonly keys: readonly string[];
}

/**
 * Checks login and password outside the transaction of the request. A guess is counted before it is looked at, in a window of fifteen
 * minutes, by the login with the address it came from; in a browser where this very account was entered before, by that browser alone,
 * so that a stranger's guesses shut nobody out of their own. Many wrong guesses from one address (a school behind one line) slow who
 * comes from there, and a right password still comes in.
 */
export async function checkSignIn(request: BeforeRequest<unknown, SignIn>): Promise<Checked> {
  const { body, clock, apart, isThere } = request;
  const address = networkOf(request.address);
  const wide = wideKey(address);
  const { found, device, limits, allowed, fromAddress } = await inTurn(() => lookUp(request, address), {
    isWanted: isThere,
  });
  if (!allowed) throw tooMany();
  if (!device && fromAddress >= PER_ADDRESS && !(await turnOf(address))) throw tooMany();
  const matches = await passwordMatches(
    body.password,
    found?.status === "active" ? found.password_hash : null,
    isThere,
  );
  if (found && matches) return { accountId: found.account_id, keys: limits.map(({ key }) => key) };
  const many = await apart(async ({ tx, journal }) => {
    await journal({
      territoryId: null,
      action: "session.refuse",
      subjectKind: "account",
      subjectId: found?.account_id ?? null,
    });
    return !(await takeGuess(tx, [limit(wide, PER_ADDRESS)], clock.real()));
  });
  throw many ? tooMany() : peopleProblem("wrong-sign-in");
}

/** The account of the login, and whether one more guess is let through; it is counted by then. */
async function lookUp(
  { body, clock, ask, apart, cookies, secure, installation }: BeforeRequest<unknown, SignIn>,
  address: string,
) {
  const { rows } = await ask((tx) =>
    sql<{
      account_id: Id;
      status: string;
      password_hash: string | null;
    }>`select * from credential_by_login(${body.login})`.execute(tx),
  );
  const found = rows[0];
  const device = found && knownDevice(installation.keys, cookieOf(cookies, "device", secure), found.account_id);
  const limits = device ? [limit(`device ${device}`, PER_DEVICE)] : limitsOf(body.login, address);
  const [allowed, fromAddress] = await apart(async ({ tx }) => {
    const at = clock.real();
    return [await takeGuess(tx, limits, at), (await guessesOf(tx, [wideKey(address)], at))[0]!] as const;
  });
  return { found, device, limits, allowed, fromAddress };
}

const wideKey = (address: string) => `address ${address}`;

const limit = (key: string, most: number): Limit => ({ key, most, seconds: WINDOW_SECONDS });

function limitsOf(login: string, address: string): Limit[] {
  return [limit(`login ${login} ${address}`, PER_LOGIN_AND_ADDRESS), limit(`login ${login}`, PER_LOGIN)];
}

function tooMany() {
  return commonProblem("too-many", { values: { seconds: WINDOW_SECONDS } });
}

/** Lets the account that `checkSignIn` found in, or asks for its second step. */
export async function signIn(context: RequestContext<unknown, unknown, SignIn>): Promise<JsonReply<Entered>> {
  const { accountId, keys } = context.prepared as Checked;
  await forgetGuesses(context.tx, keys);
  return enter(context, accountId, "password");
}
