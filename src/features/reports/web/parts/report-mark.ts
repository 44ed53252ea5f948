import type { MarkState } from "#web/ui/shape.tsx";
import type { ReportState } from "../../model/lifecycle.ts";

/** The shape of each state of a report; its word is `REPORT_STATE_WORD`. */
export const REPORT_MARK: Readonly<Record<ReportState, MarkState>> = {
  draft: "ahead",
  submitted: "submitted",
  returned: "returned",
  accepted: "accepted",
};
