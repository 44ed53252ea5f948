import { sql } from "kysely";
import { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { takeGuess } from "#platform/auth/guesses.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { job, type Job } from "#platform/jobs/jobs.ts";
import { sendLetter } from "#platform/mail/send-letter.ts";
import { linkLetter } from "../model/letters.ts";
import { peopleProblem } from "../model/problems.ts";
import { RECOVERY_BY_MAIL_MS, storeLink } from "./links.ts";
import { addresseeOf } from "./tell-person.ts";

const QUEUE = "recovery-letter";
const SEALED_FOR = "asked recovery";
const PER_ADDRESS = { most: 20, seconds: 15 * 60 };
const PER_LOGIN = { most: 3, seconds: 60 * 60 };

/**
 * Takes a wish for a new password. The answer and the work before it are the same whether the login is known, unknown or asked for too
 * often: what there is to find is found by a job. The login travels sealed, for jobs are kept for days.
 */
export async function askRecovery(context: RequestContext<unknown, unknown, { login: string }>): Promise<{ ok: true }> {
  const { tx, clock, installation, address, body } = context;
  if (!installation.mail) throw peopleProblem("mail-off");
  const at = clock.real();
  if (!(await takeGuess(tx, [{ key: `recovery from ${address}`, ...PER_ADDRESS }], at)))
    throw commonProblem("too-many", { values: { seconds: PER_ADDRESS.seconds } });
  const wanted = await takeGuess(tx, [{ key: `recovery ${body.login}`, ...PER_LOGIN }], at);
  const sealed = installation.keys.seal(JSON.stringify({ login: body.login, wanted }), SEALED_FOR);
  await context.send(QUEUE, { sealed: sealed.toString("base64url") });
  return { ok: true };
}

export const recoveryJobs: readonly Job[] = [
  job({
    queue: QUEUE,
    data: z.object({ sealed: z.string() }),
    handle: ({ sealed }, worker) =>
      worker.alone(async (context) => {
        const text = context.installation.keys.open(Buffer.from(sealed, "base64url"), SEALED_FOR);
        const asked = text && (JSON.parse(text) as { login: string; wanted: boolean });
        if (asked && asked.wanted) await sendRecovery(context, asked.login);
      }),
  }),
];

/** Writes to the person of an account that is in use, with a link for an hour. Links made by others stay. */
async function sendRecovery(context: UseCaseContext, login: string): Promise<void> {
  const { rows } = await sql<{ account_id: Id }>`select account_id from credential_by_login(${login})`.execute(
    context.tx,
  );
  const person = rows[0] && (await addresseeOf(context.tx, rows[0].account_id));
  if (person?.status !== "active") return;
  const { account_id: accountId } = rows[0]!;
  const until = new Date(context.clock.real().getTime() + RECOVERY_BY_MAIL_MS);
  const path = await storeLink(context, "recovery", accountId, until);
  const { words, ...letter } = linkLetter("recovery", person.called, login, "один час");
  await sendLetter(context, { ...letter, to: person.to, link: { path, words } }, until);
}
