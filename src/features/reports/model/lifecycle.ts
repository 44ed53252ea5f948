import { done, refused, type Result } from "#shared/result.ts";
import { UNDO_MS } from "#shared/undo.ts";

export const REPORT_STATES = ["draft", "submitted", "returned", "accepted"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** The word beside the shape. */
export const REPORT_STATE_WORD: Readonly<Record<ReportState, string>> = {
  draft: "черновик",
  submitted: "на проверке",
  returned: "вернули",
  accepted: "принято",
};

export const REPORT_ACTIONS = ["save", "submit", "withdraw", "return", "accept", "reopen"] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

/** Who takes a step: those who answer the obligation, or those who run the programme. */
export type ReportSide = "reporter" | "checker";

interface Step {
  readonly side: ReportSide;
  /** the remark in words must be given */
  readonly remark: boolean;
  readonly leads: Readonly<Partial<Record<ReportState, ReportState>>>;
}

/**
 * The whole life of a report: action → from which state to which. Withdrawing gives back what was sent: a draft, or the returned
 * report it had been (`withdrawnTo`); a returned report stays returned while it is mended; an accepted one is left only by reopening, which puts it before the checker again. A returned one is reopened by who
 * returned it within the minute of an undo (`returnUndoneBy`).
 */
export const LIFECYCLE: Readonly<Record<ReportAction, Step>> = {
  save: { side: "reporter", remark: false, leads: { draft: "draft", returned: "returned" } },
  submit: { side: "reporter", remark: false, leads: { draft: "submitted", returned: "submitted" } },
  withdraw: { side: "reporter", remark: false, leads: { submitted: "draft" } },
  return: { side: "checker", remark: true, leads: { submitted: "returned" } },
  accept: { side: "checker", remark: false, leads: { submitted: "accepted" } },
  reopen: { side: "checker", remark: false, leads: { accepted: "submitted", returned: "submitted" } },
};

export type LifecycleRefusal =
  | "already-submitted"
  | "already-accepted"
  | "not-submitted"
  | "not-accepted"
  | "remark-needed";

/** Where a sent report goes when it is withdrawn, by the last decision on it: what was returned is still asked to be mended. */
export function withdrawnTo(lastDecision: string | undefined): ReportState {
  return lastDecision === "return" ? "returned" : "draft";
}

/** Who may still take a return back: whoever returned it, for a minute, while the reporter has not begun to mend the report. */
export function returnUndoneBy(
  report: {
    readonly state: ReportState;
    readonly decidedBy: string | null;
    readonly decidedAt: Date | null;
    readonly savedAt: Date;
  },
  now: Date,
): string | null {
  const { state, decidedBy, decidedAt, savedAt } = report;
  if (state !== "returned" || !decidedAt || savedAt > decidedAt) return null;
  return now.getTime() - decidedAt.getTime() <= UNDO_MS ? decidedBy : null;
}

/** Takes one step, or says why not: what has happened to the report meanwhile. */
export function step(state: ReportState, action: ReportAction, remark = ""): Result<ReportState, LifecycleRefusal> {
  const { leads, remark: needed } = LIFECYCLE[action];
  const next = leads[state];
  if (next === undefined) return refused(refusalOf(state, action));
  if (needed && remark.trim() === "") return refused("remark-needed");
  return done(next);
}

function refusalOf(state: ReportState, action: ReportAction): LifecycleRefusal {
  if (action === "reopen") return "not-accepted";
  if (state === "accepted") return "already-accepted";
  if (state === "submitted") return "already-submitted";
  return "not-submitted";
}
