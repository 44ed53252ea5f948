import type { ReportState } from "./lifecycle.ts";

/** How a report stands, in a word. */
export const REPORT_STATE_NAME: Readonly<Record<ReportState, string>> = {
  draft: "черновик",
  submitted: "на проверке",
  returned: "вернули",
  accepted: "принято",
};
