import type { PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";

/**
 * A planned value over other years than it was planned for: what stands for a kept year stays, years after the last planned one take
 * its number, years that are no more fall away. A total that was the sum is summed again.
 */
export function fitYears(value: PlannedValueDraft, years: readonly number[]): PlannedValueDraft {
  const last = value.years.at(-1);
  if (!last) return value;
  const fitted = years.flatMap((year) => {
    const own = value.years.find((one) => one.year === year);
    if (own) return [own];
    return year > last.year ? [{ ...last, year }] : [];
  });
  const summed = value.aggregation === "sum" && fitted.every((year) => year.value !== null);
  if (!summed) return { ...value, years: fitted };
  const total = fitted.reduce((sum, year) => sum + year.value!, 0);
  return { ...value, years: fitted, totalValue: total, totalText: String(total) };
}
