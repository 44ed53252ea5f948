import type { MeasureSeen } from "#features/programmes/model/seen.ts";

/** Planned values as the document prints them, by «total» and year; a cell with several numbers is several values, in their order. */
export function printedPlan({ plannedValues }: Pick<MeasureSeen, "plannedValues">): Record<string, string> {
  const joined = (texts: readonly string[]) => texts.join("; ");
  const years = plannedValues[0]?.years.map(({ year }) => year) ?? [];
  return Object.fromEntries([
    ["total", joined(plannedValues.map(({ totalText }) => totalText))],
    ...years.map((year) => [
      String(year),
      joined(plannedValues.map((one) => one.years.find((each) => each.year === year)!.text)),
    ]),
  ]);
}
