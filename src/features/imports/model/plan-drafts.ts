import type { PlanPart, PlanValue } from "#domain/phrases/read-plan-value.ts";
import type { Aggregation, PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";
import { understoodPlanValue } from "./phrases.ts";

/** The cells of a row's plan as printed. */
export interface PlanCells {
  readonly total: string;
  /** `label` is the column's: «2021», «2021-2022» */
  readonly years: readonly { readonly year: number; readonly label: string; readonly text: string }[];
}

export function plainParts(parts: readonly PlanPart[]): PlanPart[] {
  return parts.filter(({ subGroup }) => subGroup === undefined);
}

function partAt(plan: PlanValue, at: number): PlanPart | undefined {
  return plainParts(plan.parts)[at];
}

/** One planned value for each label, from the numbers at its place in every cell, and one for each part of the schools named there. */
export function drafts(labels: readonly string[], cells: PlanCells, aggregation: Aggregation): PlannedValueDraft[] {
  const total = understoodPlanValue(cells.total);
  const years = cells.years.map(({ year, text }) => ({ year, text, plan: understoodPlanValue(text) }));
  const whole = labels.map((label, at): PlannedValueDraft => {
    const parts = [partAt(total, at), ...years.map(({ plan }) => partAt(plan, at))].filter(
      (part) => part !== undefined,
    );
    return {
      label,
      unit: parts.some(({ unit }) => unit === "percent") ? "percent" : "count",
      aggregation,
      subGroup: "",
      totalText: labels.length === 1 ? cells.total : told(partAt(total, at)),
      totalValue: partAt(total, at)?.value ?? null,
      years: years.map(({ year, text, plan }) => ({
        year,
        text: labels.length === 1 ? text : told(partAt(plan, at)),
        value: partAt(plan, at)?.value ?? null,
        atLeast: partAt(plan, at)?.atLeast ?? false,
      })),
    };
  });
  return [...whole, ...subGroups(labels[0] ?? "", total, years, aggregation)];
}

/** «не менее 50 %, в том числе ШНОР и ШНСУ – 100 %»: the share of a part of the schools is a value of its own. */
function subGroups(
  label: string,
  total: PlanValue,
  years: readonly { year: number; plan: PlanValue }[],
  aggregation: Aggregation,
): PlannedValueDraft[] {
  const names = new Set(
    [total, ...years.map(({ plan }) => plan)].flatMap(({ parts }) => parts.flatMap(({ subGroup }) => subGroup ?? [])),
  );
  return [...names].map((subGroup): PlannedValueDraft => {
    const find = (plan: PlanValue) => plan.parts.find((part) => part.subGroup === subGroup);
    const parts = [find(total), ...years.map(({ plan }) => find(plan))].filter((part) => part !== undefined);
    return {
      label,
      unit: parts.some(({ unit }) => unit === "percent") ? "percent" : "count",
      aggregation,
      subGroup,
      totalText: told(find(total)),
      totalValue: find(total)?.value ?? null,
      years: years.map(({ year, plan }) => ({
        year,
        text: told(find(plan)),
        value: find(plan)?.value ?? null,
        atLeast: find(plan)?.atLeast ?? false,
      })),
    };
  });
}

function told(part: PlanPart | undefined): string {
  return part
    ? `${part.atLeast ? "не менее " : ""}${String(part.value).replace(".", ",")}${part.unit === "percent" ? " %" : ""}`
    : "";
}

/** The plan as its words, where they hold no number to count. */
export function wordsOnly(label: string, cells: PlanCells): PlannedValueDraft {
  return {
    label,
    unit: "count",
    aggregation: "eachYear",
    subGroup: "",
    totalText: cells.total,
    totalValue: null,
    years: cells.years.map(({ year, text }) => ({ year, text, value: null, atLeast: false })),
  };
}
