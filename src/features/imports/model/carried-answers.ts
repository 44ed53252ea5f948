import { sharedId } from "./apart.ts";
import type { TakenDecision } from "./contract.ts";

/** Questions asked of words wherever they stand. */
const OF_WORDS = /^(?:party|party-rest|control|term|said|reporting|aggregation):|^undated:all(?:@|$)/;
const ADDRESS = /t\d+r\d+/g;

/**
 * Answers that hold for a later redaction of the same document: nobody is asked twice whom «ДО» means, nor about a row that says what it
 * said. `same` are the rows that did not change, by their addresses.
 */
export function carriedAnswers(
  decisions: readonly TakenDecision[],
  same: ReadonlyMap<string, string>,
): TakenDecision[] {
  return decisions.flatMap((decision) => {
    const doubtId = carriedId(decision, same);
    return doubtId === null ? [] : [{ ...decision, doubtId, step: 1 }];
  });
}

/** How a question is called in the later document; null where it may be about another row there. */
function carriedId({ doubtId, option }: TakenDecision, same: ReadonlyMap<string, string>): string | null {
  const shared = sharedId(doubtId);
  const words = OF_WORDS.test(shared) ? shared : "";
  const ofRow = doubtId.slice(words.length);
  const addresses = ofRow.match(ADDRESS) ?? [];
  const isKnown = words !== "" || addresses.length > 0;
  // an unnumbered row is joined to the one above it, which may be another one now
  const hangsOnAnother = option === "join" && ofRow.endsWith(":number");
  if (!isKnown || hangsOnAnother || !addresses.every((address) => same.has(address))) return null;
  return words + ofRow.replace(ADDRESS, (address) => same.get(address)!);
}
