import type { Decision } from "./contract.ts";
import type { ReviewDoubt } from "./doubts.ts";

/** Whom a name means may go to the district's dictionary; no other answer. */
export function mayBeRemembered({ topic }: Pick<ReviewDoubt, "topic">): boolean {
  return topic === "party";
}

/** A code in capitals means one thing in the whole district, so its box is ticked; a phrase may mean another thing elsewhere. */
export function isRememberedAtFirst({ topic, quote }: Pick<ReviewDoubt, "topic" | "quote">): boolean {
  return topic === "party" && /^[\p{Lu}\d]{2,8}$/u.test(quote);
}

/** The decisions that take what is proposed, each remembered where its box is ticked. */
export function acceptedProposals(
  doubts: readonly ReviewDoubt[],
  remembers: (doubt: ReviewDoubt) => boolean,
): Decision[] {
  return doubts.flatMap((doubt) =>
    doubt.suggested === null ? [] : [{ doubtId: doubt.id, option: doubt.suggested, remember: remembers(doubt) }],
  );
}

/** The names whose meanings go to the dictionary at approval. */
export function rememberedNames(doubts: readonly ReviewDoubt[]): string[] {
  return doubts.filter(({ topic, answer }) => topic === "party" && answer?.remember).map(({ quote }) => quote);
}
