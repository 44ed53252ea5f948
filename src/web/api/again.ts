import { ApiProblem } from "./problem.ts";

/** Pauses before a write is asked again, s: a restart of the server is over in a few seconds. */
const PAUSES = [1, 3, 6] as const;
const LONGEST_S = 10;

/**
 * Asks a write again, under the same key, where its answer was lost or the server was not ready to do it (503): whether it was done meanwhile
 * the key decides. With the cable out nothing is asked again: whoever waits is told at once.
 */
export async function again<Answer>(write: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
  for (const pause of PAUSES) {
    try {
      return await write();
    } catch (error) {
      if (!mayPass(error) || signal?.aborted) throw error;
      await rest(Math.min(LONGEST_S, Math.max(pause, error.retryAfter ?? 0)), signal);
    }
  }
  return write();
}

function mayPass(error: unknown): error is ApiProblem {
  if (!(error instanceof ApiProblem)) return false;
  return error.status === 503 ? error.retryAfter !== undefined : error.status === 0 && navigator.onLine;
}

function rest(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, seconds * 1000);
    signal?.addEventListener("abort", () => (clearTimeout(timer), done()), { once: true });
  });
}
