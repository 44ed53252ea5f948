import type { ReportView } from "./contract.ts";

type Step = Pick<ReportView["steps"][number], "step" | "at">;

/** The page offers to take a step back for a minute; what came within it, with the way of the answer, is an undo; ms */
const UNDOING = 70_000;

/** Whether a step only takes back the one just before it: a sending or a decision undone at once, not a later change of mind. */
export function isUndo(step: Step, before: Step | undefined): boolean {
  if (!before || Date.parse(step.at) - Date.parse(before.at) >= UNDOING) return false;
  if (step.step === "withdraw") return before.step === "submit";
  return step.step === "reopen" && (before.step === "accept" || before.step === "return");
}

/** The steps without the remarks of returns that were undone: nobody has been asked for what they say. */
export function withoutUndone<One extends Step & { readonly remark: string }>(steps: readonly One[]): One[] {
  return steps.map((step, at) => {
    const next = steps[at + 1];
    return step.step === "return" && next && isUndo(next, step) ? { ...step, remark: "" } : step;
  });
}
