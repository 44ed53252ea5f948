/** Credentials remembered at once; of a region's people on a deadline day a tenth is at work at the same time. */
const MOST = 5000;

/**
 * What the look-up of credentials was answered last: whom to expect when they come again. It is never believed: the look-up is asked with
 * every request, in the journey of what the expected actor would ask, and nothing is told before it has answered the same.
 */
export interface ExpectedActors {
  of(key: string): readonly unknown[] | undefined;
  learn(key: string, rows: readonly unknown[]): void;
}

/** Remembers those who came last. */
export function expectActors(): ExpectedActors {
  const known = new Map<string, readonly unknown[]>();
  return {
    of: (key) => known.get(key),
    learn(key, rows) {
      known.delete(key);
      if (rows.length === 0) return;
      if (known.size >= MOST) known.delete(known.keys().next().value!);
      known.set(key, rows);
    },
  };
}
