import { dayOfYear, isYearless, type Point, type Span } from "./point.ts";
import { eachYear, inYear, type Years } from "./read-years.ts";

interface SharedYear {
  readonly spans: readonly Span[];
  /** some of the days have a year and it is not clear for which others it stands */
  readonly isYearUnsure?: boolean;
}

export function isDeadline({ from, isDay, named }: Span): boolean {
  return from === null && isDay === true && !named;
}

export function isSingleDay({ from, isDay, named }: Span): boolean {
  return from !== null && isDay === true && !named;
}

/** «октябрь, ноябрь 2026 г.»: the year stands for the months before it too, as far as they go on to it within that year. */
export function withSharedYear(before: readonly Span[], after: readonly Span[]): SharedYear {
  const year = after[0]?.from?.year ?? after[0]?.to?.year;
  const all = [...before, ...after];
  const isMixed = all.some(isYearless) && !all.every((span) => isYearless(span));
  if (year === undefined || !before.every((span) => isYearless(span) && !span.named))
    return { spans: all, ...(isMixed && { isYearUnsure: true }) };
  const days = [...before, after[0]!].map(({ from, to }) => dayOfYear((from ?? to)!));
  const isInOrder = days.every((day, at) => at === 0 || days[at - 1]! < day);
  if (!isInOrder) return { spans: all, ...(isMixed && { isYearUnsure: true }) };
  return { spans: [...before.map((span) => inYear(span, year)), ...after] };
}

/** «I полугодие (сентябрь-декабрь)», «октябрь (15.10)»: the bracket makes the span exact. «октябрь (ноябрь)» offers another one, and a month is no school break. */
export function holds(outer: Span, inner: readonly Span[]): boolean {
  const isMonths = ({ from, to }: Span) => from?.day === 1 && to?.day === "end";
  if (outer.named?.startsWith("schoolBreak") && inner.some(isMonths)) return false;
  if (outer.named) return true;
  if (!outer.from || !outer.to || outer.from.year !== undefined || dayOfYear(outer.from) > dayOfYear(outer.to))
    return false;
  const [first, last] = [dayOfYear(outer.from), dayOfYear(outer.to)];
  const isInside = (point: Point) => dayOfYear(point) >= first && dayOfYear(point) <= last;
  return inner.every(({ from, to }) => to !== null && isInside(from ?? to) && isInside(to));
}

/** «декабрь 2026, 2027»: the days of the year before come again in the year named. */
export function inFurtherYears(spans: readonly Span[], years: Years): Span[] | undefined {
  const last = spans.at(-1)?.to?.year;
  const same = spans.filter(({ from, to }) => to?.year === last && (from === null || from.year === last));
  if (last === undefined || years.kind !== "calendar" || years.first <= last || !same.length) return undefined;
  return eachYear(years).flatMap(({ first }) => same.map((span) => inYear(span, first)));
}
