import { sql } from "kysely";
import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { afterQuiet, type QuietHours } from "#shared/quiet-hours.ts";
import { job, type Job, type WorkerTools } from "#platform/jobs/jobs.ts";
import type { Letter } from "./letter.ts";
import { PostFault, type Post } from "./post.ts";
import { LETTER_QUEUE, sealedAs } from "./send-letter.ts";

/** Pauses before the next tries, in seconds: a mail server comes back in minutes or in hours; the last one repeats. */
const PAUSES = [15, 60, 180, 600, 1800, 3600] as const;

interface Waiting {
  readonly sealed: Buffer;
  readonly until: Date;
  readonly tries: number;
}

/**
 * Sends queued letters, each until it is sent, refused for good or of no use any more. A failed try asks for the next one in the same
 * transaction that notes it, so a letter is never without a job. The log hears codes and pauses only.
 */
export function letterJobs(post: Post, log: (line: string) => void): readonly Job[] {
  return [
    job({
      queue: LETTER_QUEUE,
      data: z.object({ letterId: id }),
      retries: 10,
      handle: async ({ letterId }, worker) => {
        const waiting = await waitingLetter(worker, letterId);
        if (!waiting) return;
        const letter = openedLetter(worker, letterId, waiting);
        const pause = letter?.quiet ? quietFor(letter.quiet, worker.clock.now()) : 0;
        if (pause > 0) return worker.alone(({ send }) => send(LETTER_QUEUE, { letterId }, { afterSeconds: pause }));
        const outcome = await tried(post, worker, letterId, waiting, letter);
        await worker.alone(async ({ tx, clock, send }) => {
          const at = clock.real();
          const [sent, gaveUp] = [outcome.sent ? at : null, outcome.gaveUp ? at : null];
          await sql`select note_letter(${letterId}, ${sent}, ${gaveUp}, ${outcome.why})`.execute(tx);
          if (!sent && !gaveUp) await send(LETTER_QUEUE, { letterId }, { afterSeconds: pauseAfter(waiting.tries) });
        });
        if (outcome.why) log(wordsOf(outcome, waiting.tries));
      },
    }),
  ];
}

const pauseAfter = (tries: number) => PAUSES[Math.min(tries, PAUSES.length - 1)]!;

interface Outcome {
  readonly sent: boolean;
  readonly gaveUp: boolean;
  readonly why: string | null;
}

const gaveUp = (why: string): Outcome => ({ sent: false, gaveUp: true, why });

/**
 * Seconds until letters of these hours may go; 0 where they may now. The hours are the product's, as where the letter was written; the
 * queue is given how long to wait, never an instant of this clock, and a job that wakes early looks here again.
 */
function quietFor(quiet: QuietHours, now: Date): number {
  return Math.ceil((afterQuiet(quiet, now).getTime() - now.getTime()) / 1000);
}

/** The letter; undefined where it was sealed with a key that is not this installation's. */
function openedLetter({ installation }: WorkerTools, letterId: string, { sealed }: Waiting): Letter | undefined {
  const text = installation.keys.open(sealed, sealedAs(letterId));
  return text === undefined ? undefined : (JSON.parse(text) as Letter);
}

async function tried(
  post: Post,
  { clock }: WorkerTools,
  letterId: string,
  waiting: Waiting,
  letter: Letter | undefined,
): Promise<Outcome> {
  if (waiting.until <= clock.real()) return gaveUp("out-of-date");
  if (!letter) return gaveUp("other-key");
  try {
    await post.send(letterId, letter);
    return { sent: true, gaveUp: false, why: null };
  } catch (fault) {
    const { code, forGood } = fault instanceof PostFault ? fault : { code: "EFAILED", forGood: false };
    return { sent: false, gaveUp: forGood, why: code };
  }
}

function wordsOf({ gaveUp: over, why }: Outcome, tries: number): string {
  return over ? `письмо не отправлено (${why})` : `письмо не ушло (${why}), повтор через ${pauseAfter(tries)} с`;
}

async function waitingLetter(worker: WorkerTools, letterId: string): Promise<Waiting | undefined> {
  const { rows } = await worker.alone(({ tx }) => sql<Waiting>`select * from letter_to_send(${letterId})`.execute(tx));
  return rows[0];
}
