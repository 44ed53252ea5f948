import type { ReportView } from "./contract.ts";

/** A report that waits again after it came back: what was asked for, by whom, and when it was sent mended (ISO instants). */
export interface Mended {
  readonly remark: string;
  readonly personName: string;
  readonly mendedAt: string;
}

/** The last return of a submitted report that was answered by sending it again; null for a first sending or a return taken back. */
export function mendedAfter({ state, steps }: Pick<ReportView, "state" | "steps">): Mended | null {
  if (state !== "submitted") return null;
  let asked: ReportView["steps"][number] | null = null;
  let mended: Mended | null = null;
  for (const step of steps) {
    if (step.step === "return") asked = step;
    // taken back: whatever was mended before it still is
    if (step.step === "reopen") asked = null;
    if (step.step === "submit" && asked)
      mended = { remark: asked.remark, personName: asked.personName, mendedAt: step.at };
  }
  return mended;
}
