import type { YearKind } from "#features/programmes/model/words.ts";

/**
 * The year of what is late, of a measure that is due in several years (`due`, with repeats) and late in one: beside its next term the late
 * one would be taken for this. Null of any other.
 */
export function lateYearAlone(
  due: readonly number[],
  late: readonly number[],
  kind: YearKind,
): { readonly year: number; readonly kind: YearKind } | null {
  const [year, ...others] = late;
  if (year === undefined || others.length > 0 || new Set(due).size < 2) return null;
  return { year, kind };
}
