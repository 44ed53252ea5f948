import type { Decision } from "./contract.ts";
import type { ReviewDoubt } from "./doubts.ts";

/** What becomes of answers that came too late: sent again where nobody else has said anything, laid before the officer where somebody has. */
export interface LateAnswers {
  readonly again: readonly Decision[];
  readonly lost: readonly LostAnswer[];
}

export interface LostAnswer {
  readonly decision: Decision;
  readonly doubt: ReviewDoubt;
  /** «Раз в год»: what the other person answered */
  readonly theirs: string;
}

/** Answers given over a review that another person changed meanwhile, by the review as it is now. */
export function lateAnswers(
  decisions: readonly Decision[],
  before: readonly ReviewDoubt[],
  now: readonly ReviewDoubt[],
): LateAnswers {
  const found = (doubts: readonly ReviewDoubt[], { doubtId }: Decision) => doubts.find(({ id }) => id === doubtId);
  const lost = decisions.flatMap((decision): LostAnswer[] => {
    const doubt = found(now, decision);
    const theirs = doubt?.answer;
    if (!doubt || !theirs || sameAnswer(theirs, decision) || sameAnswer(theirs, found(before, decision)?.answer))
      return [];
    return [{ decision, doubt, theirs: answerWords(doubt) }];
  });
  const isLost = (decision: Decision) => lost.some((one) => one.decision === decision);
  // a question that nobody asks any more needs no answer
  const isAsked = (decision: Decision) => found(now, decision) !== undefined || found(before, decision) === undefined;
  return { again: decisions.filter((decision) => !isLost(decision) && isAsked(decision)), lost };
}

function sameAnswer(one: Decision, other: Decision | null | undefined): boolean {
  return one.option === other?.option && JSON.stringify(one.own ?? null) === JSON.stringify(other.own ?? null);
}

/** The answer of a doubt in words. */
export function answerWords({ answer, options }: Pick<ReviewDoubt, "answer" | "options">): string {
  if (answer?.own?.kind === "term" || answer?.own?.kind === "text") return answer.own.text;
  return options.find(({ key }) => key === answer?.option)?.label ?? "выбрано не из списка";
}
