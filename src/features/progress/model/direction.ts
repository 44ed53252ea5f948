/** Where a figure goes from one time to the next. */
export type Direction = "up" | "down" | "same";

/** From the earlier to the later; null where either is not known. */
export function directionOf(before: number | null, now: number | null): Direction | null {
  if (before === null || now === null) return null;
  // sums of decimals may differ in what nobody sees
  const change = Math.round((now - before) * 100);
  return change === 0 ? "same" : change > 0 ? "up" : "down";
}

/** How a year stands to the last one before it that has a fact. */
export interface YearDirection {
  readonly direction: Direction;
  /** «больше, чем в 2020»; of a year that is not over, «пока меньше, чем в 2020» */
  readonly words: string;
}

const YEAR_WORDS: Readonly<Record<Direction, string>> = {
  up: "больше, чем в",
  down: "меньше, чем в",
  same: "столько же, сколько в",
};

/** The way of a value from year to year; none for its first fact. `thisYear` is not over yet: what it has may still grow. */
export function yearDirection(
  years: readonly { readonly year: number; readonly fact: number | null }[],
  year: number,
  thisYear: number,
  nameOf: (year: number) => string,
): YearDirection | null {
  const now = years.find((one) => one.year === year)?.fact ?? null;
  const before = years
    .filter((one) => one.year < year && one.fact !== null)
    .sort((a, b) => a.year - b.year)
    .at(-1);
  const direction = directionOf(before?.fact ?? null, now);
  if (direction === null || !before) return null;
  const isLess = direction === "down" && year >= thisYear;
  return { direction, words: `${isLess ? "пока " : ""}${YEAR_WORDS[direction]} ${nameOf(before.year)}` };
}
