import type { ReviewDoubt } from "./doubts.ts";

const MARK = "@";
const APART = new RegExp(`${MARK}t\\d+r\\d+(?:p\\d+)?$`, "u");

/** How the question of one row alone is called, out of the question it shares with others. */
export function apartId(doubtId: string, measureKey: string): string {
  return `${doubtId}${MARK}${measureKey}`;
}

/** The question that one row was taken apart from; any other question is its own. */
export function sharedId(doubtId: string): string {
  return doubtId.replace(APART, "");
}

/** Whether a row of a shared question may be answered apart: who reports, and when, differs from row to row, what a name means does not. */
export function mayBeApart({ topic, places }: Pick<ReviewDoubt, "topic" | "places">): boolean {
  return isOfEachRow(topic) && places.length > 1;
}

/** Whether rows that share a question may differ in its answer. */
export function isOfEachRow(topic: ReviewDoubt["topic"]): boolean {
  return topic === "reporting" || topic === "undated";
}

/** The question a decision is for: its own, or the shared one whose row it takes apart; undefined where none is asked. */
export function doubtFor(doubtId: string, doubts: readonly ReviewDoubt[]): ReviewDoubt | undefined {
  return (
    doubts.find(({ id }) => id === doubtId) ??
    doubts.find(
      (doubt) =>
        mayBeApart(doubt) &&
        doubt.places.some(({ measureKey }) => measureKey !== null && apartId(doubt.id, measureKey) === doubtId),
    )
  );
}
