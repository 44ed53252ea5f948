/** Where a figure goes from one time to the next. */
export type Direction = "up" | "down" | "same";

/** From the earlier to the later; null where either is not known. */
export function directionOf(before: number | null, now: number | null): Direction | null {
  if (before === null || now === null) return null;
  // sums of decimals may differ in what nobody sees
  const change = Math.round((now - before) * 100);
  return change === 0 ? "same" : change > 0 ? "up" : "down";
}

/** «растёт», «снижается», «без изменений» */
export const DIRECTION_WORD: Readonly<Record<Direction, string>> = {
  up: "растёт",
  down: "снижается",
  same: "без изменений",
};
