import { readPlanValue } from "#domain/phrases/read-plan-value.ts";
import type { PlannedValueForm } from "./measure-form.ts";

/** The year of a planned value out of what was typed: «10», «не менее 80 %»; text that is no number stays text. */
export function yearTyped(year: number, text: string): PlannedValueForm["years"][number] {
  const first = readPlanValue(text).parts[0];
  return { year, text: text.trim(), value: first?.value ?? null, atLeast: first?.atLeast ?? false };
}
