import type { DayWindow, NamedSpan, Phase } from "#domain/phrases/term.ts";
import { addDays, lastDayOfMonth, localDate, partsOf, type LocalDate } from "#shared/local-date.ts";
import { belongs, holds, middleOf, overlap, type Span } from "./span.ts";

const BEGINNING = localDate("1900-01-01");
const END_OF_TIME = localDate("9999-12-31");
/** any year without 29 February, to compare windows that name no year */
const PLAIN_YEAR = 2001;

/** `repeats`: the window names no year, so it returns every year. */
export function repeats(window: DayWindow): boolean {
  return ![window.from, window.to].some((day) => day !== null && day.length === 10);
}

/** Windows that name days or a span of the calendar; a phase without them speaks of its whole scope. */
export function namedWindows(phase: Phase): DayWindow[] {
  return phase.windows.filter(({ from, to, named }) => (named ? !rhythmDayOf(named) : from !== null || to !== null));
}

/** «с 1 сентября»: from a day on, without an end. */
export function isOpen(window: DayWindow): boolean {
  return window.to === null && !window.named;
}

/** The day by which each unit of a rhythm is due. */
export type RhythmDay =
  /** `day` 1…31, the last day of a shorter month; `next`: in the month after the unit's end, not in its last month */
  | { readonly kind: "monthDay"; readonly day: number; readonly next: boolean }
  /** Monday 1 … Sunday 7 of the unit's last week */
  | { readonly kind: "weekday"; readonly weekday: number }
  /** the second Wednesday of the unit's last month; `nth` "last" counts from its end */
  | { readonly kind: "monthWeekday"; readonly nth: number | "last"; readonly weekday: number };

/** The day by which each unit of a rhythm is due; undefined for every other named span. */
export function rhythmDayOf(named: NamedSpan | undefined): RhythmDay | undefined {
  const [what, which = ""] = (named ?? "").split("/");
  if (what === "monthDay" || what === "nextMonthDay")
    return { kind: "monthDay", day: Number(which), next: what === "nextMonthDay" };
  if (what === "weekday") return { kind: "weekday", weekday: Number(which) };
  if (what !== "monthWeekday") return undefined;
  const [nth, weekday] = which.split("-");
  return { kind: "monthWeekday", nth: nth === "last" ? "last" : Number(nth), weekday: Number(weekday) };
}

/**
 * The span of a window whose first named day falls in `year` (a dated window ignores it).
 * A bare deadline opens one year before it, so that its opening does not hang on the programme's length;
 * an open end runs to the end of time. Throws RangeError for a day of another shape.
 */
export function placeWindow(window: DayWindow, year: number): Span {
  const { from, to } = window;
  if (from === null && to === null) return { from: BEGINNING, to: END_OF_TIME };
  if (to === null) return { from: dayIn(from!, year, false), to: END_OF_TIME };
  if (from === null) {
    const deadline = dayIn(to, year, false);
    return { from: addDays(yearBefore(deadline), 1), to: deadline };
  }
  const wholeMonths = from.endsWith("-01");
  if (from.length < 10 && to.length === 10) {
    const last = dayIn(to, year, wholeMonths);
    const first = dayIn(from, partsOf(last).year, false);
    return { from: first > last ? dayIn(from, partsOf(last).year - 1, false) : first, to: last };
  }
  const first = dayIn(from, year, false);
  const last = dayIn(to, partsOf(first).year, wholeMonths);
  return { from: first, to: last < first && to.length < 10 ? dayIn(to, partsOf(first).year + 1, wholeMonths) : last };
}

/**
 * The spans of a window that count for `scope`, in order, uncut. One that names its year counts when it touches the scope;
 * one that returns yearly counts in the scope that holds its middle (reckoned without leap days: always the same side).
 */
export function spansOf(window: DayWindow, scope: Span): Span[] {
  return placed(window, scope).filter((span) => {
    if (window.from === null) return holds(scope, span.to);
    return overlap(span, scope) && (!repeats(window) || belongs(span, scope, plainMiddle(window, span)));
  });
}

/**
 * Where a rhythm bounded by the window may fall, a year around the scope too (the rhythm is cut to the scope, not its bounds);
 * «до 01.06.2022» reaches back to the start, «с сентября» begins once.
 */
export function reachOf(window: DayWindow, scope: Span): Span[] {
  if (window.from === null && !repeats(window)) return [{ from: BEGINNING, to: placeWindow(window, 0).to }];
  if (!isOpen(window) || !repeats(window)) return placed(window, scope);
  return placed(window, scope)
    .filter((span) => holds(scope, span.from))
    .slice(0, 1);
}

function placed(window: DayWindow, scope: Span): Span[] {
  if (!repeats(window)) return [placeWindow(window, 0)];
  const spans: Span[] = [];
  for (let year = partsOf(scope.from).year - 1; year <= partsOf(scope.to).year + 1; year += 1) {
    spans.push(placeWindow(window, year));
  }
  return spans;
}

function plainMiddle(window: DayWindow, span: Span): LocalDate {
  const plain = partsOf(middleOf(placeWindow(window, PLAIN_YEAR)));
  return madeDay(partsOf(span.from).year + plain.year - PLAIN_YEAR, plain.month, plain.day);
}

/** `monthEnd`: 28 or 29 February means the end of February, as in a window of whole months. */
function dayIn(text: string, year: number, monthEnd: boolean): LocalDate {
  if (text.length === 10) return localDate(text);
  const parts = /^(\d{2})-(\d{2})$/.exec(text);
  if (!parts || Number(parts[1]) < 1 || Number(parts[1]) > 12) throw new RangeError(`not a day of a term: ${text}`);
  const month = Number(parts[1]);
  const day = Number(parts[2]);
  const last = lastDayOfMonth(year, month);
  if (monthEnd && month === 2 && day >= 28) return last;
  return day > partsOf(last).day ? last : madeDay(year, month, day);
}

function yearBefore(day: LocalDate): LocalDate {
  const { year, month, day: of } = partsOf(day);
  return dayIn(`${two(month)}-${two(of)}`, year - 1, false);
}

function madeDay(year: number, month: number, day: number): LocalDate {
  return localDate(`${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
