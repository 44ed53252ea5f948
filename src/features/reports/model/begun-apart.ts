import type { ObligationCard } from "#features/obligations/model/contract.ts";

const NAMED = 3;

/** Due days that have begun reports of their own: those named, how many more, and what to do about them. */
export interface BegunApart {
  readonly named: ObligationCard["begun"];
  readonly more: number;
  /** there this one can be ticked: it has no report yet and its window has begun */
  readonly joins: boolean;
}

/** Null where nothing owed now has a report of its own. `started` is whether the card's own report holds anything. */
export function begunApart(
  card: Pick<ObligationCard, "begun" | "opensOn">,
  started: boolean,
  today: string,
): BegunApart | null {
  if (card.begun.length === 0) return null;
  return {
    named: card.begun.slice(0, NAMED),
    more: Math.max(0, card.begun.length - NAMED),
    joins: !started && card.opensOn <= today,
  };
}
