import { useCounts } from "#web/api/counts.ts";

/** How many notices are not read, beside the bell. */
export function NoticeCount() {
  return useCounts()?.notices || null;
}
