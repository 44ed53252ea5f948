import { isApart } from "./apart.ts";
import type { TakenDecision } from "./contract.ts";

/** Questions asked of words wherever they stand; others are asked of one row, which may be another one in another document. */
const OF_WORDS = /^(?:party|party-rest|term|reporting|aggregation):/;

/** Answers about words that hold for a later redaction of the same document: nobody is asked twice whom «ДО» means. */
export function carriedAnswers(decisions: readonly TakenDecision[]): TakenDecision[] {
  const ofWords = decisions.filter(({ doubtId }) => OF_WORDS.test(doubtId) && !isApart(doubtId));
  return ofWords.map((decision) => ({ ...decision, step: 1 }));
}
