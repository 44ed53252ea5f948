import { readParties } from "#domain/phrases/read-parties.ts";
import { readPlanValue } from "#domain/phrases/read-plan-value.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { latinLookAlikes } from "#domain/russian/match-key.ts";
import { wordsOfPoint } from "#domain/tables/point-words.ts";

const MOST_KEPT = 4000;

/**
 * Phrases repeat from row to row, and a draft is made anew at every answer: each phrase is understood once while it is in use.
 * A pure function stays one; only its work is kept.
 */
function kept<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_KEPT) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

export const lookAlikes = kept(latinLookAlikes);
export const understoodTerm = kept(readTerm);
export const wordsOfMeasure = kept((title) => wordsOfPoint([title]));
export const understoodPlanValue = kept(readPlanValue);
export const understoodResponsible = kept((text) => readParties(text, { column: "responsible" }));
export const understoodParticipants = kept((text) => readParties(text, { column: "participants" }));
