export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** The value below which so great a share of them lies: 0.95 for the slowest of twenty. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Milliseconds of each of `rounds` runs, after `warm` runs that do not count; the two are taken in turns, so that the machine's mood is shared. */
export async function inTurns(
  rounds: number,
  warm: number,
  ours: () => Promise<unknown>,
  limit: () => Promise<unknown>,
): Promise<{ ours: number; limit: number }> {
  const times = { ours: [] as number[], limit: [] as number[] };
  for (let round = -warm; round < rounds; round += 1) {
    for (const [key, work] of [
      ["ours", ours],
      ["limit", limit],
    ] as const) {
      const begun = performance.now();
      await work();
      if (round >= 0) times[key].push(performance.now() - begun);
    }
  }
  return { ours: median(times.ours), limit: median(times.limit) };
}

/** Requests a second over keep-alive connections to a loopback address, `lanes` at a time, for `ms`. */
export async function requestsPerSecond(ask: () => Promise<void>, lanes: number, ms: number): Promise<number> {
  let done = 0;
  const until = performance.now() + ms;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < until) {
        await ask();
        done += 1;
      }
    }),
  );
  return (done * 1000) / ms;
}
