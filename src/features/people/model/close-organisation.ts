import { matchKey } from "#domain/russian/match-key.ts";

const FEWEST_LETTERS = 3;

/**
 * The one organisation that a name not found in the registry may have meant: all words of the shorter name stand in the longer one,
 * numbers exactly, a word perhaps cut («Приозёр.»). Undefined where there is none or more than one.
 */
export function closeOrganisation<T extends { readonly name: string; readonly shortName: string }>(
  text: string,
  organisations: readonly T[],
): T | undefined {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return undefined;
  const close = organisations.filter((one) => [one.shortName, one.name].some((name) => within(wanted, wordsOf(name))));
  return close.length === 1 ? close[0] : undefined;
}

function within(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  // a single common word («школа») says nothing of a longer name that was typed
  if (fewer === other && fewer.length < 2) return false;
  return fewer.every((word) => more.some((candidate) => sameWord(word, candidate)));
}

function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = one.length < other.length ? one : other;
  const isNumber = /\d/u.test(one) || /\d/u.test(other);
  return !isNumber && shorter.length >= FEWEST_LETTERS && (one.startsWith(other) || other.startsWith(one));
}

function wordsOf(text: string): readonly string[] {
  return matchKey(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
