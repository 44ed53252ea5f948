import { dateInWords, dayInWords, spanInWords } from "#domain/russian/dates.ts";
import { addDays, type LocalDate } from "#shared/local-date.ts";
import type { OutcomePart } from "./outcome.ts";

/** The word beside the shape, after «сколько»: «выполнено раньше срока 3». */
export const OUTCOME_WORD: Readonly<Record<OutcomePart, string>> = {
  done: "выполнено",
  waiting: "на проверке или на доработке",
  inTime: "выполнено в срок",
  early: "выполнено раньше срока",
  doneLate: "выполнено позже срока",
  submitted: "на проверке",
  paused: "приостановлено",
  returned: "вернули на доработку",
  late: "просрочено",
  moved: "перенесено на другой срок",
  running: "срок ещё не наступил",
  upcoming: "впереди",
  notApplicable: "неприменимо",
};

/** «на конец дня 31 октября 2021 года»; of today, which is not over: «на 10 декабря 2021 года» */
export function readingDayInWords(on: LocalDate, today: LocalDate): string {
  return on >= today ? `на ${dateInWords(today)} года` : `на конец дня ${dateInWords(addDays(on, -1))} года`;
}

/** Before what came of one report by a day that is past: «на 8 сентября»; of another year «на 8 сентября 2020». */
export function thenInWords(on: LocalDate, today: LocalDate): string {
  const day = addDays(on, -1);
  return `на ${day.slice(0, 4) === today.slice(0, 4) ? dayInWords(day) : dateInWords(day)}`;
}

const CHANGE_WORD = { added: "добавлено", moved: "перенесено" } as const;

/** «перенесено: октябрь 2021», by the days on which it was put in or put off */
export function changeInWords(
  change: keyof typeof CHANGE_WORD,
  {
    changedFrom: from,
    changedTo: to,
  }: { readonly changedFrom?: LocalDate | undefined; readonly changedTo?: LocalDate | undefined },
): string {
  return from && to ? `${CHANGE_WORD[change]}: ${spanInWords(from, to)}` : CHANGE_WORD[change];
}
