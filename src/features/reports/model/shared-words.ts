import { counted } from "#domain/russian/plural.ts";
import { shortened } from "#shared/cut-text.ts";

const TITLE_LETTERS = 70;
const NUMBERED = 4;

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

/** What a page of a report is called: its measure, or «Общий отчёт: 1.3, 3.4 и 4.1» of all that it answers, none of them first. */
export function reportTitle(
  measures: readonly { readonly measureNumber: string; readonly measureTitle: string }[],
): string {
  if (measures.length < 2) return measures[0]?.measureTitle ?? "Отчёт";
  const numbers = [...new Set(measures.map(({ measureNumber }) => measureNumber))];
  const many = `Общий отчёт на\u00a0${counted(measures.length, ["мероприятие", "мероприятия", "мероприятий"])}`;
  // of several programmes a number may be the same: then it names nothing
  if (numbers.includes("") || numbers.length < measures.length || numbers.length > NUMBERED) return many;
  numbers.sort((one, other) => one.localeCompare(other, "ru", { numeric: true }));
  return `Общий отчёт: ${numbers.slice(0, -1).join(", ")} и\u00a0${numbers.at(-1)}`;
}
