import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { obligationKey, wishKey, type ExistingObligation } from "./diff.ts";
import type { WantedObligation } from "./plan.ts";

/**
 * What replanning may speak of after an amendment that takes effect on a day: of a measure it changed, added or closed, only what is due from
 * that day on. What was due before it stands as it was, owed or done, and nothing is asked for days that were past when the order came.
 * An occurrence that the order carries over the day (October moved to November) is one occurrence and counts whole.
 */
export function boundFrom(
  existing: readonly ExistingObligation[],
  wanted: readonly WantedObligation[],
  bindsFrom: ReadonlyMap<Id, LocalDate>,
): {
  readonly existing: ExistingObligation[];
  readonly wanted: WantedObligation[];
  /** what stood before the day until the end of the programme closed it: open again with the programme, as it was */
  readonly resumed: ExistingObligation[];
} {
  const reaches = ({ measureId, dueOn }: { readonly measureId: Id; readonly dueOn: LocalDate }) =>
    dueOn >= bindsFrom.get(measureId)!;
  // of a measure that no amendment changed, replanning speaks of everything
  const isAmended = ({ measureId }: { readonly measureId: Id }) => bindsFrom.has(measureId);
  const bound = new Set([
    ...existing.filter((row) => isAmended(row) && reaches(row)).map(obligationKey),
    ...wanted.filter((wish) => isAmended(wish) && reaches(wish)).map(wishKey),
  ]);
  const isBound = (row: ExistingObligation) => !isAmended(row) || bound.has(obligationKey(row));
  return {
    existing: existing.filter(isBound),
    wanted: wanted.filter((wish) => !isAmended(wish) || bound.has(wishKey(wish))),
    resumed: existing.filter((row) => row.closedReason === "programme-finished" && !row.hasReport && !isBound(row)),
  };
}
