import type { ProgrammeProblem } from "./problems.ts";
import type { ProgrammeStatus } from "./words.ts";

/** What of an edit decides whether it can be undone. */
export interface UndoFacts {
  readonly status: ProgrammeStatus;
  /** it brought a whole roadmap with its measures */
  readonly loadsRoadmap: boolean;
  /** it was made by an order, which is what may take a roadmap away again */
  readonly amends: boolean;
}

/** Why an edit is not undone, whatever its rows say; the document a programme was approved with is changed only by an order. */
export function undoRefusal({ status, loadsRoadmap, amends }: UndoFacts): ProgrammeProblem | undefined {
  return status !== "draft" && loadsRoadmap && !amends ? "load-in-force" : undefined;
}
