import { sql } from "kysely";
import type { PersonActor } from "#shared/actor.ts";
import { forgetGuesses, takeGuess } from "#platform/auth/guesses.ts";
import { hashPassword } from "#platform/auth/secrets.ts";
import type { BeforeRequest, JsonReply, RequestContext } from "#platform/http/route.ts";
import { commonProblem } from "#shared/problem.ts";
import type { FactorOffer, FactorState, RecoveryCodes } from "../model/factor-contract.ts";
import { peopleProblem } from "../model/problems.ts";
import { CODE_DIGITS, owesFactor } from "../model/second-factor.ts";
import { wrongCode } from "./check-code.ts";
import { requireFresh } from "./confirm-person.ts";
import { factorUri, makeFactorSecret, makeRecoveryCodes, stepOfCode } from "./one-time-code.ts";
import { rotateSession } from "./open-session.ts";
import { factorStands, sealedFor } from "./sealed-factor.ts";
import { tellPerson } from "./tell-person.ts";

type Request<Body = unknown> = RequestContext<unknown, unknown, Body>;

const OFFER_MS = 15 * 60_000;
const OFFER_LIMIT = { most: 10, seconds: 15 * 60 };
/** ten hashes each time: whoever asks on and on would take the program's time from everybody */
const CODES_LIMIT = { most: 10, seconds: 15 * 60 };

export async function readFactor(context: Request): Promise<FactorState> {
  const { accountId, assignments } = context.actor as PersonActor;
  const stands = await factorStands(context.tx, accountId);
  return {
    madeAt: stands?.madeAt.toISOString() ?? null,
    codesLeft: stands?.codesLeft ?? 0,
    required: owesFactor(context.installation.secondFactor, assignments),
  };
}

/** Shows a new secret, once; it is in force only after a code of it was given. A factor that is there stays until then. */
export async function offerFactor(context: Request): Promise<FactorOffer> {
  await requireFresh(context);
  const { tx, clock, installation } = context;
  const { accountId } = context.actor as PersonActor;
  const { login } = await tx
    .selectFrom("account")
    .where("id", "=", accountId)
    .select("login")
    .executeTakeFirstOrThrow();
  await refuseOtherKey(context);
  const secret = makeFactorSecret();
  const sealed = installation.keys.seal(secret, sealedFor(accountId));
  const until = new Date(clock.real().getTime() + OFFER_MS);
  await sql`select offer_factor(${accountId}, ${sealed}, ${installation.keys.id}, ${until})`.execute(tx);
  return { secret, uri: factorUri(secret, login) };
}

/** A copy of the program started with another key than the rest would seal what they cannot open. */
async function refuseOtherKey({ tx, installation }: Request): Promise<void> {
  const { rows } = await sql<{ id: string }>`select value #>> '{}' as id from setting where key = 'secret-key'`.execute(
    tx,
  );
  if (rows[0]?.id !== installation.keys.id) throw peopleProblem("factor-keys-differ");
}

interface Kept {
  readonly step: number;
  readonly codes: readonly string[];
  readonly hashes: readonly string[];
}

/** Looks at the first code of an offered secret and hashes the recovery codes to be, outside the transaction. */
export async function checkFirstCode(request: BeforeRequest<unknown, { code: string }>): Promise<Kept> {
  const { ask, apart, clock, body, installation } = request;
  const { accountId } = request.actor as PersonActor;
  const limit = { key: `offer ${accountId}`, ...OFFER_LIMIT };
  if (!(await apart(({ tx }) => takeGuess(tx, [limit], clock.real()))))
    throw commonProblem("too-many", { values: { seconds: OFFER_LIMIT.seconds } });
  const { rows } = await ask((tx) =>
    sql<{ sealed: Buffer }>`select * from offered_factor(${accountId}, ${clock.real()})`.execute(tx),
  );
  const secret = rows[0] && installation.keys.open(rows[0].sealed, sealedFor(accountId));
  if (secret === undefined) throw peopleProblem("offer-spent");
  const step = body.code.length === CODE_DIGITS ? stepOfCode(secret, body.code, clock.real()) : undefined;
  if (step === undefined) throw wrongCode();
  await apart(({ tx }) => forgetGuesses(tx, [limit.key]));
  return { step, ...(await hashedCodes(request)) };
}

/** Puts the offered factor in force, ends the other sessions of the account and shows the recovery codes, once. */
export async function keepFactor(context: Request): Promise<JsonReply<RecoveryCodes>> {
  await requireFresh(context);
  const { tx, clock } = context;
  const { accountId, sessionId } = context.actor as PersonActor;
  const { step, codes, hashes } = context.prepared as Kept;
  const { rows } = await sql<{
    kept: boolean;
  }>`select keep_factor(${accountId}, ${step}, ${clock.real()}) as kept`.execute(tx);
  if (!rows[0]?.kept) throw peopleProblem("offer-spent");
  await sql`select put_recovery_codes(${accountId}, ${[...hashes]}::text[]), close_other_sessions(${accountId}, ${sessionId}), close_steps(${accountId})`.execute(
    tx,
  );
  const renewed = await rotateSession(context, sessionId);
  await context.journal({ territoryId: null, action: "factor.set", subjectKind: "account", subjectId: accountId });
  await tellPerson(context, accountId, "factor-set");
  return { json: { codes: [...codes] }, setCookies: [renewed] };
}

/** Hashes new recovery codes; as slow as passwords, so before the transaction, and not without end. */
export async function hashedCodes({
  actor,
  apart,
  clock,
}: BeforeRequest<unknown, unknown>): Promise<Omit<Kept, "step">> {
  const limit = { key: `codes ${(actor as PersonActor).accountId}`, ...CODES_LIMIT };
  if (!(await apart(({ tx }) => takeGuess(tx, [limit], clock.real()))))
    throw commonProblem("too-many", { values: { seconds: CODES_LIMIT.seconds } });
  const codes = makeRecoveryCodes();
  return { codes, hashes: await Promise.all(codes.map(hashPassword)) };
}

/** New recovery codes; the old ones work no longer. */
export async function renewCodes(context: Request): Promise<RecoveryCodes> {
  await requireFresh(context);
  const { accountId } = context.actor as PersonActor;
  if (!(await factorStands(context.tx, accountId))) throw peopleProblem("no-factor");
  const { codes, hashes } = context.prepared as Omit<Kept, "step">;
  await sql`select put_recovery_codes(${accountId}, ${[...hashes]}::text[])`.execute(context.tx);
  await context.journal({ territoryId: null, action: "factor.codes", subjectKind: "account", subjectId: accountId });
  await tellPerson(context, accountId, "codes-renewed");
  return { codes: [...codes] };
}

/** Takes one's own factor off, where the installation does not require it. */
export async function removeFactor(context: Request): Promise<JsonReply<{ ok: true }>> {
  await requireFresh(context);
  const { accountId, sessionId, assignments } = context.actor as PersonActor;
  if (owesFactor(context.installation.secondFactor, assignments)) throw peopleProblem("factor-required");
  if (!(await factorStands(context.tx, accountId))) throw peopleProblem("no-factor");
  await sql`select drop_factor(${accountId}), close_other_sessions(${accountId}, ${sessionId}), close_steps(${accountId})`.execute(
    context.tx,
  );
  const renewed = await rotateSession(context, sessionId);
  await context.journal({ territoryId: null, action: "factor.remove", subjectKind: "account", subjectId: accountId });
  await tellPerson(context, accountId, "factor-removed");
  return { json: { ok: true }, setCookies: [renewed] };
}
