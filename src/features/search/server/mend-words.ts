import { sql } from "kysely";
import { nearestWord, slipsForgiven } from "#domain/russian/nearest-word.ts";
import type { Tx } from "#platform/db/database.ts";
import { FOUND_KINDS } from "../model/kinds.ts";
import { wordKey } from "../model/pieces.ts";
import { newestSeen } from "./kind-rows.ts";
import type { seenOf } from "./seen.ts";

/** kinds whose names teach words: a report has none of its own */
const NAMED = FOUND_KINDS.filter((kind) => kind !== "report");
/** names of a kind in which a word is sought */
const MOST_NAMES = 200;
/** each word asks every kind; a long sentence is not mended */
const MOST_WORDS = 6;
/** parts of the trigrams of a word that another has: with a slip in a long word, and in a short one; a slip leaves no less */
const LIKELY = 0.55;
const POSSIBLE = 0.3;
/** trigrams see little in a short word whose neighbours changed over: these are tried one by one */
const SHORT = 7;

/** The words with slips of the hand mended by names that the actor sees; undefined where nothing is to mend. */
export async function mendWords(tx: Tx, words: string, seen: ReturnType<typeof seenOf>): Promise<string | undefined> {
  const typed = words.split(" ");
  if (typed.length > MOST_WORDS) return undefined;
  const mended = await Promise.all(typed.map(async (word) => (await meantBy(tx, wordKey(word), seen)) ?? word));
  const answer = mended.join(" ");
  return wordKey(answer) === wordKey(words) ? undefined : answer;
}

/**
 * The word as it stands in some name. First names that are a little alike, of which some are taken at once; where none of them is near, those
 * much alike, for which each of the first must be looked at.
 */
async function meantBy(tx: Tx, word: string, seen: ReturnType<typeof seenOf>): Promise<string | undefined> {
  if (slipsForgiven(word) === 0) return undefined;
  return (
    nearestWord(word, await wordsAlike(tx, word, POSSIBLE, changedOver(word), seen)) ??
    nearestWord(word, await wordsAlike(tx, word, LIKELY, [], seen))
  );
}

/** Words of names that have one like this by `alike` of its trigrams, or one of the others exactly. */
async function wordsAlike(
  tx: Tx,
  word: string,
  alike: number,
  others: readonly string[],
  seen: ReturnType<typeof seenOf>,
): Promise<string[]> {
  const asked = NAMED.map((kind) => {
    const named = sql`(select * from alike_texts(${kind}, ${word}, ${alike})
      union select f.* from unnest(${others}::text[]) other, found_texts(${kind}, search_query(other, false, 'A')) f)`;
    return sql<{ title: string }>`${newestSeen(kind, named, seen[kind], MOST_NAMES)}`.execute(tx);
  });
  const named = (await Promise.all(asked)).flatMap(({ rows }) => rows);
  return named.flatMap(({ title }) => wordKey(title).match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** A short word with two neighbours changed over, in every way. */
function changedOver(word: string): string[] {
  if (word.length > SHORT) return [];
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
  );
}
