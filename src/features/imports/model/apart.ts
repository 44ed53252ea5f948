import type { ReviewDoubt } from "./doubts.ts";

const MARK = "@";

/** How the question of one row alone is called, out of the question it shares with others. */
export function apartId(doubtId: string, measureKey: string): string {
  return `${doubtId}${MARK}${measureKey}`;
}

/** Whether a question is called as that of one row. */
export function isApart(doubtId: string): boolean {
  return doubtId.includes(MARK);
}

/** Whether a row of a shared question may be answered apart: who reports differs from row to row, what a name means does not. */
export function mayBeApart({ topic, places }: Pick<ReviewDoubt, "topic" | "places">): boolean {
  return topic === "reporting" && places.length > 1;
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
