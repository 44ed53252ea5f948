import { matchKey } from "../russian/match-key.ts";

const WORD = /[\p{L}\p{N}]+/gu;
/** Cases and numbers of a Russian word differ in its end: the beginning is what it is matched by. */
const STEM = 5;
/** What a word is worth that stands in every text, beside its rarity. */
const COMMON_WORTH = 0.3;
/** So many different words that a text found whole in another one is no chance. */
const LEAST_WHOLE = 3;
const WHOLE_WORTH = 0.6;

/** How rare each word is among the texts: a word that stands in every row says little about any of them. */
export interface Vocabulary {
  readonly texts: number;
  readonly found: ReadonlyMap<string, number>;
  readonly common: number;
}

/** `common`: what a word is worth that all the texts share. */
export function vocabularyOf(texts: readonly string[], common = COMMON_WORTH): Vocabulary {
  const found = new Map<string, number>();
  for (const text of texts) for (const stem of new Set(stemsOf(text))) found.set(stem, (found.get(stem) ?? 0) + 1);
  return { texts: texts.length, found, common };
}

/** A text made ready to be compared with many others. */
export interface Bag {
  readonly key: string;
  readonly stems: ReadonlyMap<string, number>;
  readonly weight: number;
}

export function bagOf(text: string, vocabulary: Vocabulary): Bag {
  const stems = new Map<string, number>();
  let weight = 0;
  for (const stem of stemsOf(text)) {
    const worth = vocabulary.common + Math.log((1 + vocabulary.texts) / (1 + (vocabulary.found.get(stem) ?? 0)));
    stems.set(stem, (stems.get(stem) ?? 0) + worth);
    weight += worth;
  }
  return { key: matchKey(text), stems, weight };
}

/**
 * 0 where two texts share no word, 1 where they are one text but for case, «ё», dashes, quotes and spaces; symmetric. A text that stands
 * whole in a longer one is like it however much was added: an order that makes a measure wider writes on after its old words.
 */
export function likenessOf(one: Bag, other: Bag): number {
  if (one.key === other.key) return 1;
  if (one.weight === 0 || other.weight === 0) return 0;
  const [small, large] = one.stems.size <= other.stems.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [stem, worth] of small.stems) shared += Math.min(worth, large.stems.get(stem) ?? 0);
  const isWhole = small.stems.size >= LEAST_WHOLE && shared >= 0.999 * Math.min(one.weight, other.weight);
  // texts of the same words in another order are alike, but not one text
  return Math.min(0.99, Math.max((2 * shared) / (one.weight + other.weight), isWhole ? WHOLE_WORTH : 0));
}

function stemsOf(text: string): string[] {
  return (matchKey(text).match(WORD) ?? []).map((word) => word.slice(0, STEM));
}
