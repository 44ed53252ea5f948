import { guessesOf, takeGuess } from "#platform/auth/guesses.ts";
import type { RequestContext } from "#platform/http/route.ts";

/** Logins of strangers that one person may learn to be taken within a quarter of an hour. */
const MOST = 20;
const SECONDS = 15 * 60;

/** The part of a request that telling needs; what was told is counted after the request's transaction, whichever way that ended. */
export type Telling = Pick<RequestContext<unknown, unknown, unknown>, "actor" | "tx" | "clock" | "afterwards">;

/**
 * Whether the actor may be told that these logins of people outside their registry are taken. A form must say so about one login, but
 * a list of thousands would tell who uses the product at all. What was told once may be told again. Requests sent at once may each be
 * told as many before any is counted: bounded by how many the program answers at a time.
 */
export async function tellsTaken(
  { actor, tx, clock, afterwards }: Telling,
  logins: readonly string[],
): Promise<boolean> {
  const who = `taken ${actor.kind === "person" ? actor.personId : actor.kind}`;
  const named = [...new Set(logins)];
  const [told = 0, ...before] = await guessesOf(tx, [who, ...named.map((login) => `${who} ${login}`)], clock.real());
  const fresh = named.filter((_, at) => before[at] === 0);
  if (fresh.length === 0) return true;
  const allowed = told + fresh.length <= MOST;
  const counted = allowed ? fresh.flatMap((login) => [who, `${who} ${login}`]) : [who];
  afterwards(async (later) => {
    for (const key of counted) await takeGuess(later, [{ key, most: MOST, seconds: SECONDS }], clock.real());
  });
  return allowed;
}
