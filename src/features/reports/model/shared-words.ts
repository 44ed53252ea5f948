import { shortened } from "#shared/cut-text.ts";

const TITLE_LETTERS = 70;

/** «Общий отчёт: 3.4 …, 4.1 …»: every measure that one report answers, by its number and the beginning of its title; null where it answers one. */
export function sharedWords(
  measures: readonly { readonly measureNumber: string; readonly measureTitle: string }[],
): string | null {
  if (measures.length < 2) return null;
  const named = measures.map(({ measureNumber, measureTitle }) =>
    [measureNumber, shortened(measureTitle, TITLE_LETTERS)].filter(Boolean).join("\u00a0"),
  );
  return `Общий отчёт: ${named.join("; ")}`;
}
