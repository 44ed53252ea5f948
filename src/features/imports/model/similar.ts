import type { Decision } from "./contract.ts";
import type { ReviewDoubt } from "./doubts.ts";

/** The same answer given to the other open questions of the same kind, and the rows they stand in. */
export interface SimilarAnswers {
  readonly decisions: readonly Decision[];
  readonly rows: number;
  /** keys of the measures of these rows */
  readonly keys: readonly string[];
}

/**
 * Open questions that an answer fits word for word: of the same kind, with the same options, the chosen one meaning the same. Names are
 * no phrases: what one of them means is offered for another only where it was proposed for both, and goes to the dictionary where that
 * one's own box is ticked.
 */
export function similarAnswers(
  answered: ReviewDoubt,
  decision: Decision,
  doubts: readonly ReviewDoubt[],
  remembers: (doubt: ReviewDoubt) => boolean,
): SimilarAnswers | null {
  // a row taken apart from its question is an exception, not a rule
  if (decision.doubtId !== answered.id) return null;
  const others = doubts.filter(
    (doubt) => doubt.id !== answered.id && doubt.answer === null && fits(answered, decision, doubt),
  );
  const keys = [...new Set(others.flatMap(({ places }) => places.flatMap(({ measureKey }) => measureKey ?? [])))];
  if (keys.length === 0) return null;
  return {
    decisions: others.map((doubt) => ({ ...decision, doubtId: doubt.id, remember: remembers(doubt) })),
    rows: keys.length,
    keys,
  };
}

function fits(answered: ReviewDoubt, { option, own }: Decision, other: ReviewDoubt): boolean {
  if (shapeOf(answered) !== shapeOf(other)) return false;
  if (own) return own.kind === "term" && answered.topic === "undated";
  const [chosen, same] = [answered, other].map(({ options }) => options.find(({ key }) => key === option));
  if (!chosen || !same) return false;
  if (answered.topic === "reporting") return true;
  if (answered.topic === "party" && other.suggested !== option) return false;
  return chosen.label === same.label;
}

/** What two questions must share: the topic, the fault of the document behind it, the options by name; a row above may have no term. */
function shapeOf({ id, topic, options }: ReviewDoubt): string {
  const keys = options.map(({ key }) => key).filter((key) => key !== "above");
  return [topic, id.slice(0, id.indexOf(":")), ...keys].join(" ");
}
