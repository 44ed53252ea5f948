import type { ProgrammeProblem } from "./problems.ts";
import type { ProgrammeStatus } from "./words.ts";

/** What of an edit decides whether it can be undone, or done again. */
export interface UndoFacts {
  readonly status: ProgrammeStatus;
  /** it brought a whole roadmap with its measures */
  readonly loadsRoadmap: boolean;
  /** the redaction it brought by an order, and the last one that stands; null: no order stands behind the edit */
  readonly redaction: { readonly number: number; readonly last: number } | null;
}

/**
 * Why an edit is not undone or done again, whatever its rows say. The document a programme was approved with is changed only by an order, and
 * a redaction goes or comes back only while no later one stands on it.
 */
export function undoRefusal(
  direction: "undo" | "redo",
  { status, loadsRoadmap, redaction }: UndoFacts,
): ProgrammeProblem | undefined {
  if (redaction)
    return redaction.last > redaction.number
      ? direction === "undo"
        ? "redaction-not-last"
        : "redaction-behind"
      : undefined;
  return direction === "undo" && status !== "draft" && loadsRoadmap ? "load-in-force" : undefined;
}
