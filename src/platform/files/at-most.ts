import { OverloadError } from "#platform/db/outage.ts";

export interface Waiting {
  /** what is done `later` lets others pass: nobody waits for it */
  readonly when?: "now" | "later";
  /** asked when the turn has come; what nobody wants any more is not begun, and refused as one too many */
  readonly isWanted?: () => boolean;
}

/** How many of the first are served before one who may wait, so that these come to an end too. */
const BEFORE_LATER = 3;

/**
 * Lets so many works go on at once; whoever comes next waits, in the order of coming, and a work that fails gives its place back. What is
 * done `later` has of four places that are given one of its own. Beyond `mostWaiting` whoever comes is refused at once. Throws OverloadError.
 */
export function atMost(most: number, mostWaiting = Number.POSITIVE_INFINITY) {
  const waiting = { now: [] as (() => void)[], later: [] as (() => void)[] };
  let busy = 0;
  let passed = 0;
  const next = () => {
    const isLater = waiting.now.length === 0 || (waiting.later.length > 0 && passed >= BEFORE_LATER);
    passed = isLater ? 0 : passed + 1;
    return waiting[isLater ? "later" : "now"].shift();
  };
  return async <Value>(work: () => Promise<Value>, { when = "now", isWanted }: Waiting = {}): Promise<Value> => {
    if (busy < most) busy += 1;
    else if (waiting.now.length + waiting.later.length >= mostWaiting) throw new OverloadError();
    else await new Promise<void>((go) => waiting[when].push(go));
    try {
      if (isWanted?.() === false) throw new OverloadError();
      return await work();
    } finally {
      // the place is handed over, not freed: nobody slips in before whoever waits
      const handed = next();
      if (handed) handed();
      else busy -= 1;
    }
  };
}
