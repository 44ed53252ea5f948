import type { FormulaEdition } from "./edition.ts";

export type ValueUnit = "count" | "percent";
export type ValueAggregation = "eachYear" | "sum" | "atLeast" | "share";

export const ACTUAL_VALUES: FormulaEdition = {
  id: "actual-values/1",
  title: "Фактическое значение",
  rule: "Числа принятых отчётов года складываются. Процент считается из числителей и знаменателей всех отчётов года, а где знаменателей нет, берётся среднее.",
  source: "столбцы «план» и «факт» муниципальных дорожных карт",
  effectiveFrom: null,
};

/** One value of an accepted report. For a percent `value` is the numerator where `denominator` is given, else the percent itself. */
export interface ReportedValue {
  readonly year: number;
  readonly value: number;
  readonly denominator: number | null;
}

/** What came of a year: the value in the unit of the plan, and the two numbers of a share. */
export interface Actual {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** values that say nothing (a share of zero, a percent without «out of» beside those that have it) and are left out */
  readonly skipped: number;
}

/** One year's values of all bearers and occurrences as one; null where there is none to count. */
export function actualOf(values: readonly Omit<ReportedValue, "year">[], unit: ValueUnit): Actual | null {
  if (values.length === 0) return null;
  if (unit === "count") return { value: sum(values.map(({ value }) => value)), ...NO_SHARE, skipped: 0 };
  const shares = values.filter(({ denominator }) => denominator !== null && denominator > 0);
  if (shares.length > 0) {
    const numerator = sum(shares.map(({ value }) => value));
    const denominator = sum(shares.map((share) => share.denominator!));
    return { value: (100 * numerator) / denominator, numerator, denominator, skipped: values.length - shares.length };
  }
  const plain = values.filter(({ denominator }) => denominator === null);
  if (plain.length === 0) return null;
  return {
    value: sum(plain.map(({ value }) => value)) / plain.length,
    ...NO_SHARE,
    skipped: values.length - plain.length,
  };
}

const NO_SHARE = { numerator: null, denominator: null } as const;

export interface Actuals {
  /** years with at least one value */
  readonly years: ReadonlyMap<number, Actual>;
  /** against the total of the plan; null while there is nothing */
  readonly total: number | null;
}

/**
 * Years and their total, as the plan's total is meant: `sum` adds the years; `eachYear` promises the same every year, so the weakest
 * year speaks for the whole; `atLeast` is a floor that the best year reaches; a `share` stands as in the last year that has it.
 */
export function actualsOf(values: readonly ReportedValue[], unit: ValueUnit, aggregation: ValueAggregation): Actuals {
  const years = new Map<number, Actual>();
  for (const year of [...new Set(values.map((value) => value.year))].sort((a, b) => a - b)) {
    const actual = actualOf(
      values.filter((value) => value.year === year),
      unit,
    );
    if (actual) years.set(year, actual);
  }
  return { years, total: totalOf([...years.values()], aggregation) };
}

function totalOf(years: readonly Actual[], aggregation: ValueAggregation): number | null {
  if (years.length === 0) return null;
  const values = years.map(({ value }) => value);
  switch (aggregation) {
    case "sum":
      return sum(values);
    case "eachYear":
      return Math.min(...values);
    case "atLeast":
      return Math.max(...values);
    case "share":
      return values.at(-1)!;
  }
}

/** Sums with decimals keep what was typed: 0,1 + 0,2 is 0,3. */
function sum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toPrecision(15));
}

/** Whether a plan is reached; null where either is unknown. Any plan is reached by more than it, printed «не менее» or not. */
export function isReached(planned: number | null, actual: number | null): boolean | null {
  return planned === null || actual === null ? null : actual >= planned;
}
