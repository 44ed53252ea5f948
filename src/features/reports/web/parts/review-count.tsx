import { useCounts } from "#web/api/counts.ts";

/** How many reports wait for one's own decision, beside «Отчёты». */
export function ReviewCount() {
  return useCounts()?.review || null;
}
