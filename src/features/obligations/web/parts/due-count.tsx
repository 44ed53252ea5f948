import { useCounts } from "#web/api/counts.ts";

/** How much is due by Sunday or was returned, beside «Что сделать». */
export function DueCount() {
  return useCounts()?.due || null;
}
