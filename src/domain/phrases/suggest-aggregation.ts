import { isSamePlan, readPlanValue, type PlanPart, type PlanValue } from "./read-plan-value.ts";

/**
 * What a planned total says about its years: the same number every year («10 | 10, 10, 10» is ten schools, not thirty), their sum
 * («10 | 3, 3, 4»), a floor («не менее 3 | 1, 1, 1»), or a share of something.
 */
export type Aggregation = "eachYear" | "sum" | "atLeast" | "share";

export interface AggregationAdvice {
  readonly aggregation: Aggregation;
  /** false: more than one reading fits, so the officer is asked */
  readonly isSure: boolean;
}

/**
 * Advises how a planned row adds up, from its total and its years as printed. Undefined where the row says too little or is not
 * understood; an unsure advice is the likelier of the readings that fit.
 */
export function suggestAggregation(total: string, years: readonly string[]): AggregationAdvice | undefined {
  const whole = readPlanValue(total);
  const yearly = years.map(readPlanValue).filter((plan) => plan.parts.length > 0 || plan.rest);
  if ([whole, ...yearly].some((plan) => plan.rest !== "")) return undefined;
  if (!whole.parts.length) return adviceWithoutTotal(yearly);
  if (whole.parts.some(({ unit }) => unit === "percent")) return { aggregation: "share", isSure: true };
  if (whole.parts.some(({ atLeast }) => atLeast)) return { aggregation: "atLeast", isSure: fitsFloor(whole, yearly) };
  if (!yearly.length)
    return whole.parts.every(({ perUnit }) => perUnit === "year")
      ? { aggregation: "eachYear", isSure: true }
      : undefined;
  if (whole.parts.some(({ unit }) => unit !== "count"))
    return { aggregation: "eachYear", isSure: yearly.every((each) => isSamePlan(each, whole)) };
  const isSum = addsUp(whole, yearly);
  const isEach = yearly.every((each) => isSamePlan(each, whole));
  // one year alone is both; a plan is then kept as a yearly one, which a second year does not change
  if (isEach) return { aggregation: "eachYear", isSure: !isSum };
  return isSum ? { aggregation: "sum", isSure: true } : undefined;
}

function adviceWithoutTotal(yearly: readonly PlanValue[]): AggregationAdvice | undefined {
  const parts = yearly.flatMap((plan) => plan.parts);
  if (!parts.length) return undefined;
  if (parts.every(({ unit }) => unit === "percent")) return { aggregation: "share", isSure: true };
  if (parts.every(({ atLeast }) => atLeast)) return { aggregation: "atLeast", isSure: false };
  return undefined;
}

/** The years are a floor's own, or reach it together. */
function fitsFloor(whole: PlanValue, yearly: readonly PlanValue[]): boolean {
  return yearly.every((each) => isSamePlan(each, whole)) || whole.parts.every((part, at) => reaches(part, yearly, at));
}

function reaches(part: PlanPart, yearly: readonly PlanValue[], at: number): boolean {
  return sumAt(yearly, at) >= part.value;
}

function addsUp(whole: PlanValue, yearly: readonly PlanValue[]): boolean {
  const sameShape = yearly.every((each) => each.parts.length === whole.parts.length);
  return sameShape && whole.parts.every((part, at) => Math.abs(sumAt(yearly, at) - part.value) < 1e-9);
}

function sumAt(yearly: readonly PlanValue[], at: number): number {
  return yearly.reduce((sum, each) => sum + (each.parts[at]?.value ?? 0), 0);
}
