import { latinLookAlikes } from "#domain/russian/match-key.ts";
import type { PhraseDoubt } from "./doubt.ts";

/** A doubt for each word typed in Latin letters that look Cyrillic: «Mай», «OO». */
export function doubtsOfLookAlikes(phrase: string): PhraseDoubt[] {
  return latinLookAlikes(phrase).map(({ typed, meant }) => ({
    kind: "lookAlike",
    quote: typed,
    words: `«${meant}» набрано латинскими буквами.`,
  }));
}
