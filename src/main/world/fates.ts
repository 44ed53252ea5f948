import { daysBetween, type LocalDate } from "#shared/local-date.ts";
import type { Chance } from "./chance.ts";

/** What became of a term by today. */
export type Fate = "accepted" | "acceptedLate" | "submitted" | "returned" | "draft" | "none";

/** Of a hundred that were due more than a month ago; of those due lately; of those due within two weeks. The rest is not begun. */
const LONG_AGO = { accepted: 88, acceptedLate: 7, returned: 2, submitted: 1, draft: 1 } as const;
const LATELY = { accepted: 45, acceptedLate: 4, returned: 8, submitted: 25, draft: 6 } as const;
const SOON = { accepted: 6, submitted: 12, draft: 12 } as const;
const LATELY_DAYS = 30;
const SOON_DAYS = 14;

/** What became of a term: what was due long ago is mostly accepted, what is due soon mostly not begun. */
export function fateOf(chance: Chance, dueOn: LocalDate, today: LocalDate): Fate {
  const ago = daysBetween(dueOn, today);
  if (ago < -SOON_DAYS) return "none";
  const shares = Object.entries(ago > LATELY_DAYS ? LONG_AGO : ago > 0 ? LATELY : SOON) as [Fate, number][];
  let at = chance.below(100);
  for (const [fate, share] of shares) if ((at -= share) < 0) return fate;
  return "none";
}
