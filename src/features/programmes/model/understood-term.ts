import { printTerm } from "#domain/phrases/print-term.ts";
import type { Cadence } from "./cadence.ts";
import type { PlannedValueDraft } from "./roadmap-draft.ts";
import { isUnclear, plannedYearsOf } from "./schedule.ts";

/** «ежегодно, до 15 октября»: a cadence in the words a person would write. */
export function cadenceInWords(cadence: Cadence): string {
  return printTerm({ phrase: "", phases: cadence, rest: "" });
}

interface Term {
  readonly dueText: string;
  readonly cadence: Cadence;
  readonly plannedValues: readonly Pick<PlannedValueDraft, "years">[];
}

/** How a term that the document does not print is understood; empty where it is printed, or not understood at all. */
export function understoodTerm({ dueText, cadence, plannedValues }: Term): string {
  const plannedYears = plannedYearsOf(plannedValues);
  if (dueText.trim() || isUnclear({ dueText, cadence, plannedYears })) return "";
  return cadenceInWords(cadence) || "по годам плана";
}
