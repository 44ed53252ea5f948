import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { forgetGuesses, takeGuess, type Limit } from "#platform/auth/guesses.ts";
import { passwordMatches } from "#platform/auth/secrets.ts";
import type { BeforeRequest } from "#platform/http/route.ts";
import type { Tx } from "#platform/db/database.ts";
import { PEOPLE_PROBLEMS, peopleProblem } from "../model/problems.ts";
import { CODE_DIGITS } from "../model/second-factor.ts";
import { cookieOf } from "./cookie.ts";
import { knownDevice } from "./known-device.ts";
import { stepOfCode } from "./one-time-code.ts";
import { openFactor } from "./sealed-factor.ts";

const SHORT = { most: 5, seconds: 15 * 60 };
const LONG = { most: 20, seconds: 24 * 60 * 60 };

/** A code that fits, found outside the transaction; `takeCode` uses it up inside. */
export interface FittingCode {
  readonly accountId: Id;
  /** the thirty-second step of a code of the app, or the number of a recovery code */
  readonly used: { readonly step: number } | { readonly recoveryCode: number };
  readonly keys: readonly string[];
}

type GivesCode = BeforeRequest<unknown, { code: string }>;
type Used = FittingCode["used"] | undefined;

/**
 * Finds what a code is: one of the app, or a recovery code. Guesses are counted before they are looked at: five in a quarter of an hour
 * and twenty a day for an account, in its person's own browser apart from everywhere else.
 */
export async function fittingCode(request: GivesCode, accountId: Id): Promise<FittingCode> {
  const { body, apart, clock, cookies, secure, installation } = request;
  const device = knownDevice(installation.keys, cookieOf(cookies, "device", secure), accountId);
  const who = `code ${accountId} ${device ?? ""}`;
  const limits: Limit[] = [
    { key: who, ...SHORT },
    { key: `${who} day`, ...LONG },
  ];
  if (!(await apart(({ tx }) => takeGuess(tx, limits, clock.real()))))
    throw commonProblem("too-many", { values: { seconds: SHORT.seconds } });
  const used = await (body.code.length === CODE_DIGITS ? stepFor : recoveryCodeFor)(request, accountId);
  if (used) return { accountId, used, keys: limits.map(({ key }) => key) };
  await apart(({ journal }) =>
    journal({ territoryId: null, action: "factor.refuse", subjectKind: "account", subjectId: accountId }),
  );
  throw wrongCode();
}

async function stepFor({ ask, body, clock, installation }: GivesCode, accountId: Id): Promise<Used> {
  const factor = await ask((tx) => openFactor(tx, installation.keys, accountId));
  const step = factor && stepOfCode(factor.secret, body.code, clock.real());
  return step === undefined ? undefined : { step };
}

/** Ten hashes are compared at most, with no transaction held meanwhile. */
async function recoveryCodeFor({ ask, body }: GivesCode, accountId: Id): Promise<Used> {
  const { rows } = await ask((tx) =>
    sql<{ number: number; hash: string }>`select * from recovery_codes_of(${accountId})`.execute(tx),
  );
  for (const { number, hash } of rows) if (await passwordMatches(body.code, hash)) return { recoveryCode: number };
  return undefined;
}

/** Uses the code up in the transaction of the request: the same one sent twice, even at once, is taken once. */
export async function takeCode(tx: Tx, { accountId, used, keys }: FittingCode, at: Date): Promise<void> {
  const taken =
    "step" in used
      ? sql<{ taken: boolean }>`select use_factor_step(${accountId}, ${used.step}) as taken`
      : sql<{ taken: boolean }>`select use_recovery_code(${accountId}, ${used.recoveryCode}, ${at}) as taken`;
  const { rows } = await taken.execute(tx);
  if (!rows[0]?.taken) throw peopleProblem("code-used", { fields: { code: PEOPLE_PROBLEMS["code-used"].text } });
  await forgetGuesses(tx, keys);
}

export function wrongCode() {
  return peopleProblem("wrong-code", { fields: { code: PEOPLE_PROBLEMS["wrong-code"].text } });
}
