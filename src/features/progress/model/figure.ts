import { z } from "zod";
import { ALL_TIME, measuresFulfilled, planByToday, type Period } from "#domain/formulas/measures-fulfilled.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { ObligationState } from "#features/obligations/model/state.ts";

/** Obligations alike in what the figure is counted by, with their number. */
export interface ProgressGroup {
  readonly dueOn: LocalDate;
  readonly state: ObligationState;
  readonly count: number;
}

const amount = z.int().min(0);

/** How a set of obligations stands: every number opens into the rows it counts (`model/rows-link.ts`). */
export const Figure = z.object({
  /** those that apply: all that is owed or done */
  due: amount,
  /** of them to be done by the end of today */
  planned: amount,
  accepted: amount,
  late: amount,
  soon: amount,
  ahead: amount,
  submitted: amount,
  returned: amount,
  /** not asked while their measure stands still: neither owed nor failed */
  paused: amount,
  notApplicable: amount,
});
export type Figure = z.infer<typeof Figure>;

/** Counts a set by the edition «measures-fulfilled/1». */
export function figureOf(groups: readonly ProgressGroup[], today: LocalDate, period: Period = ALL_TIME): Figure {
  const counted = groups.map((group) => ({
    isAccepted: group.state === "accepted",
    isNotApplicable: group.state === "notApplicable" || group.state === "paused",
    ...group,
  }));
  const { part: accepted, whole: due } = measuresFulfilled(counted, period);
  const inState = (state: ObligationState) =>
    groups.reduce(
      (sum, group) =>
        group.state === state && group.dueOn >= period.from && group.dueOn <= period.to ? sum + group.count : sum,
      0,
    );
  return {
    due,
    planned: planByToday(counted, period, today).part,
    accepted,
    late: inState("late"),
    soon: inState("soon"),
    ahead: inState("ahead"),
    submitted: inState("submitted"),
    returned: inState("returned"),
    paused: inState("paused"),
    notApplicable: inState("notApplicable"),
  };
}

/** The groups of each key, in the order they first appear. */
export function byKey<Group extends ProgressGroup, Key>(
  groups: readonly Group[],
  keyOf: (group: Group) => Key,
): Map<Key, Group[]> {
  const found = new Map<Key, Group[]>();
  for (const group of groups) {
    const key = keyOf(group);
    const same = found.get(key);
    if (same) same.push(group);
    else found.set(key, [group]);
  }
  return found;
}
