/** A part of a whole, kept as the two numbers it was counted from. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/**
 * A share in whole per cents; null where there is nothing to count from. Rounded to the nearest, but «100 %» is said only where
 * all is done and «0 %» only where nothing is: 199 of 200 is 99 %, 1 of 1000 is 1 %.
 */
export function percentOf({ part, whole }: Share): number | null {
  if (whole <= 0) return null;
  const rounded = Math.round((100 * part) / whole);
  if (rounded >= 100 && part < whole) return 99;
  if (rounded <= 0 && part > 0) return 1;
  return rounded;
}

/** Shares of parts that do not overlap, as one. */
export function sumShares(shares: readonly Share[]): Share {
  return shares.reduce((sum, share) => ({ part: sum.part + share.part, whole: sum.whole + share.whole }), {
    part: 0,
    whole: 0,
  });
}
