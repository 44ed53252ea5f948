import { printNumber } from "#domain/russian/plural.ts";
import type { Aggregation } from "./roadmap-draft.ts";

interface Planned {
  readonly unit: "count" | "percent";
  /** left out: numbers stand as they are */
  readonly aggregation?: Aggregation;
  readonly totalText: string;
  readonly totalValue: number | null;
  readonly years: readonly {
    readonly year: number;
    readonly text: string;
    readonly value: number | null;
    readonly atLeast: boolean;
  }[];
}

/** What the table prints for a year: «10», «не менее 80 %», «1; 10» for several values; empty where nothing is planned. */
export function plannedInYear(values: readonly Planned[], year: number): string {
  const parts = values.flatMap((value) => {
    const found = value.years.find((one) => one.year === year);
    return found ? [printed(found.text, found.value, found.atLeast, value.unit)] : [];
  });
  return parts.filter(Boolean).join("; ");
}

/** The total over all years as the document prints it, or out of the number: «30», «не менее 3». */
export function plannedInTotal(value: Planned): string {
  return printed(value.totalText, value.totalValue, value.aggregation === "atLeast", value.unit);
}

/** What is planned for the whole programme and for no year of it, which the columns of years cannot show: «всего не менее 3». */
export function plannedOverall(values: readonly Planned[]): string {
  const totals = values.flatMap((value) => {
    const total = plannedInTotal(value);
    if (total === "" || value.years.some((year) => year.text !== "" || year.value !== null)) return [];
    const isBare = value.aggregation === "atLeast" && /^[\d\s\u00a0.,%]+$/.test(total);
    return [isBare ? `не менее ${total}` : total];
  });
  return totals.length === 0 ? "" : `всего ${totals.join("; ")}`;
}

function printed(text: string, value: number | null, atLeast: boolean, unit: Planned["unit"]): string {
  if (text) return text;
  if (value === null) return "";
  return `${atLeast ? "не менее " : ""}${printNumber(value)}${unit === "percent" ? "\u00a0%" : ""}`;
}
