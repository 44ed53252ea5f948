import type { UseCaseContext } from "#platform/http/route.ts";
import { guessesOf, noteGuess } from "./throttle.ts";

/** Logins of strangers that one person may learn to be taken within the window of `throttle.ts`. */
const MOST = 20;

/**
 * Whether the actor may be told that these logins of people outside their registry are taken. A form must say so about one login, but
 * a list of thousands would tell who uses the product at all. What was told once may be told again.
 */
export function tellsTaken({ actor, clock }: UseCaseContext, logins: readonly string[]): boolean {
  const who = `taken ${actor.kind === "person" ? actor.personId : actor.kind}`;
  const nowMs = clock.real().getTime();
  const fresh = [...new Set(logins)].filter((login) => guessesOf(`${who} ${login}`, nowMs) === 0);
  if (fresh.length === 0) return true;
  if (guessesOf(who, nowMs) + fresh.length > MOST) {
    noteGuess(who, nowMs);
    return false;
  }
  for (const login of fresh) {
    noteGuess(who, nowMs);
    noteGuess(`${who} ${login}`, nowMs);
  }
  return true;
}
