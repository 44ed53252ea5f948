import { sql } from "kysely";
import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { takeGuess } from "#platform/auth/guesses.ts";
import { networkOf } from "#platform/auth/network-of.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { job, type Job } from "#platform/jobs/jobs.ts";
import { sendLetter } from "#platform/mail/send-letter.ts";
import { linkLetter } from "../model/letters.ts";
import { peopleProblem } from "../model/problems.ts";
import { RECOVERY_BY_MAIL_MS, storeLink } from "./links.ts";
import { addresseeOf } from "./tell-person.ts";

const QUEUE = "recovery-letter";
const PER_ADDRESS = { most: 20, seconds: 15 * 60 };
const PER_LOGIN = { most: 3, seconds: 60 * 60 };

/**
 * Takes a wish for a new password. The answer and the work before it are the same whether the login is known, unknown or asked for too
 * often: one question by an index, and a job for an account, of which an unknown one is nobody's. Jobs are kept for days after they are
 * done, where no destruction of somebody's data looks: they hold no login.
 */
export async function askRecovery(context: RequestContext<unknown, unknown, { login: string }>): Promise<{ ok: true }> {
  const { tx, clock, installation, address, body } = context;
  if (!installation.mail) throw peopleProblem("mail-off");
  const at = clock.real();
  if (!(await takeGuess(tx, [{ key: `recovery from ${networkOf(address)}`, ...PER_ADDRESS }], at)))
    throw commonProblem("too-many", { values: { seconds: PER_ADDRESS.seconds } });
  const wanted = await takeGuess(tx, [{ key: `recovery ${body.login}`, ...PER_LOGIN }], at);
  const { rows } = await sql<{ account_id: Id }>`select account_id from credential_by_login(${body.login})`.execute(tx);
  await context.send(QUEUE, { accountId: (wanted && rows[0]?.account_id) || context.newId() });
  return { ok: true };
}

export const recoveryJobs: readonly Job[] = [
  job({
    queue: QUEUE,
    data: z.object({ accountId: id }),
    handle: ({ accountId }, worker) => worker.alone((context) => sendRecovery(context, accountId)),
  }),
];

/** Writes to the person of an account that is in use, with a link for an hour. Links made by others stay. */
async function sendRecovery(context: UseCaseContext, accountId: Id): Promise<void> {
  const person = await addresseeOf(context.tx, accountId);
  if (person?.status !== "active") return;
  const until = new Date(context.clock.real().getTime() + RECOVERY_BY_MAIL_MS);
  const path = await storeLink(context, "recovery", accountId, until);
  const { words, ...letter } = linkLetter("recovery", person.called, person.to, "один час");
  await sendLetter(context, accountId, { ...letter, to: person.to, link: { path, words } }, until);
}
