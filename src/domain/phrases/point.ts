import { lastDayOfMonth, localDateOf } from "#shared/local-date.ts";
import type { Unquoted } from "./doubt.ts";
import type { DayWindow, NamedSpan } from "./term.ts";

/** A day of which the year may still be unknown; "end" is the last day of the month. */
export interface Point {
  readonly year?: number;
  readonly month: number;
  readonly day: number | "end";
}

/** A span as the phrase has it, before years that stand elsewhere in the phrase are laid upon it. */
export interface Span {
  readonly from: Point | null;
  readonly to: Point | null;
  readonly named?: NamedSpan;
  /** single days and deadlines, unlike months and longer spans, are done once */
  readonly isDay?: boolean;
  /** «не ранее 15 октября»: some time from then on, not all the time */
  readonly isFloor?: boolean;
  /** «декабрь – январь 2027»: the year was taken for the end */
  readonly doubt?: Unquoted;
}

const two = (number: number) => String(number).padStart(2, "0");

/** 101…1231: the order of two points inside one year */
export function dayOfYear(point: Point): number {
  return point.month * 100 + (point.day === "end" ? 31 : point.day);
}

/** YYYY-MM-DD or MM-DD; undefined for a day that its year does not have. */
export function printPoint(point: Point): string | undefined {
  const { year, month, day } = point;
  if (year === undefined)
    return `${two(month)}-${two(day === "end" ? Number(lastDayOfMonth(2023, month).slice(8)) : day)}`;
  return day === "end" ? lastDayOfMonth(year, month) : localDateOf(year, month, day);
}

/** The day before the first day of a span: «до октября» ends on the last of September. */
export function dayBefore(point: Point): Point {
  if (point.day !== 1) return { ...point, day: point.day === "end" ? "end" : point.day - 1 };
  if (point.month > 1) return { ...point, month: point.month - 1, day: "end" };
  return { ...point, month: 12, day: "end", ...(point.year === undefined ? {} : { year: point.year - 1 }) };
}

/** Days of the window; undefined where a day does not exist or the dated end is before the start. */
export function windowOf(span: Span): DayWindow | undefined {
  const from = span.from && printPoint(span.from);
  const to = span.to && printPoint(span.to);
  if (from === undefined || to === undefined) return undefined;
  if (from?.length === 10 && to?.length === 10 && from > to) return undefined;
  return span.named ? { from, to, named: span.named } : { from, to };
}

export function isYearless(span: Span): boolean {
  return span.from?.year === undefined && span.to?.year === undefined;
}
