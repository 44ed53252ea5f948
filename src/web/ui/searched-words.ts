/** What is to be looked for: nothing while the field shows an option already chosen, so that its list opens whole. */
export function searchedWords(text: string, options: readonly { readonly label: string }[]): string {
  return options.some(({ label }) => label === text) ? "" : text.trim();
}

/** Options to show: those found, and the chosen one, which the words typed need not find. */
export function withChosen<T extends { readonly value: string }>(
  found: readonly T[],
  chosen: T | undefined,
): readonly T[] {
  return chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
}
