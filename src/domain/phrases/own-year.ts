import { isSchoolWord, isYearWord, monthAt, yearAt } from "./calendar-words.ts";
import type { Point, Span } from "./point.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";

export type Parser = (tokens: readonly Token[], at: number) => Found<Span> | undefined;

/** the days of each month, of February those of a leap year */
export const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A year that belongs to the day or month before it: «15 октября 2026 г.»; not the beginning of «2021-2023 гг.». */
export function ownYear(tokens: readonly Token[], at: number): Found<number | undefined> {
  // «до 25 декабря текущего года» is of whichever year the measure runs in
  if (/^(?:текущего|отчетного|этого|каждого|нынешнего|сего|т|с)$/.test(keyAt(tokens, at))) {
    const isEach = keyAt(tokens, at) === "каждого";
    const place = isSchoolWord(keyAt(tokens, at + 1)) ? at + 2 : at + 1;
    if (!isEach && isYearWord(keyAt(tokens, place))) return { value: undefined, next: place + 1 };
  }
  const year = yearAt(tokens, at);
  const joint = keyAt(tokens, at + 1);
  const isRange =
    (joint === "-" || joint === "/") &&
    /^\d{2}(?:\d{2})?$/.test(keyAt(tokens, at + 2)) &&
    monthAt(tokens, at + 3) === undefined;
  if (year === undefined || isRange || isSchoolWord(joint)) return { value: undefined, next: at };
  return { value: year, next: isYearWord(joint) ? at + 2 : at + 1 };
}

export function dated(from: Point, to: Point, tokens: readonly Token[], at: number, isDay = false): Found<Span> {
  const { value: year, next } = ownYear(tokens, at);
  const own = year === undefined ? {} : { year };
  return { value: { from: { ...from, ...own }, to: { ...to, ...own }, ...(isDay ? { isDay } : {}) }, next };
}
