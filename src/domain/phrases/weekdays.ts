import { keyAt, type Token } from "./tokens.ts";

/** Monday is 1, Sunday 7. */
const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:понедельник(?:|а|у|ам|ом|и)|пн)$/, 1],
  [/^(?:вторник(?:|а|у|ам|ом|и)|вт)$/, 2],
  [/^(?:сред(?:а|у|ы|е|ам)|ср)$/, 3],
  [/^(?:четверг(?:|а|у|ам|ом|и)|чт)$/, 4],
  [/^(?:пятниц(?:а|у|ы|е|ам)|пт)$/, 5],
  [/^(?:суббот(?:а|у|ы|е|ам)|сб)$/, 6],
  [/^(?:воскресень(?:е|я|ю|ям)|вс)$/, 7],
];

/** The day of the week 1…7 that a word names. */
export function weekdayAt(tokens: readonly Token[], at: number): number | undefined {
  const key = keyAt(tokens, at);
  return WEEKDAYS.find(([shape]) => shape.test(key))?.[1];
}
