const WINDOW_MS = 15 * 60_000;

/**
 * Wrong guesses of the last fifteen minutes, by key. They live in the process, not in the database: they must be counted
 * although the refused request's transaction rolls back.
 */
const guesses = new Map<string, number[]>();

export function guessesOf(key: string, nowMs: number): number {
  const recent = (guesses.get(key) ?? []).filter((at) => at > nowMs - WINDOW_MS);
  if (recent.length === 0) guesses.delete(key);
  else guesses.set(key, recent);
  return recent.length;
}

export function noteGuess(key: string, nowMs: number): void {
  guesses.set(key, [...(guesses.get(key) ?? []), nowMs]);
  if (guesses.size > 20_000) for (const old of guesses.keys()) guessesOf(old, nowMs);
}

export function forgetGuesses(key: string): void {
  guesses.delete(key);
}
