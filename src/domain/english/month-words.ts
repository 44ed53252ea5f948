/*
 * What `domain/russian/month-words.ts` says in Russian, under the same names, which it stands in for in the English pages: the table of
 * Russian months is also read by the engine of terms, so it is no catalogue's to change.
 */
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** «October»; English has one form for what Russian declines. */
export function monthWord(month: number, _as?: string): string {
  return MONTHS[month - 1]!;
}

/** The month that a word names, whole or by its first three letters, in lower case; undefined where it names none. */
export function monthOf(word: string): number | undefined {
  const at = MONTHS.findIndex((month) => [month, month.slice(0, 3)].some((name) => name.toLowerCase() === word));
  return at < 0 ? undefined : at + 1;
}
