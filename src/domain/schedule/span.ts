import { addDays, daysBetween, type LocalDate } from "#shared/local-date.ts";

/** Days from `from` to `to`, both included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export function holds(span: Span, day: LocalDate): boolean {
  return span.from <= day && day <= span.to;
}

export function overlap(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The middle day; of two middle days the earlier. */
export function middleOf(span: Span): LocalDate {
  return addDays(span.from, Math.floor(daysBetween(span.from, span.to) / 2));
}

/** The days of `span` that lie inside `bounds`; the two must overlap. */
export function clip(span: Span, bounds: Span): Span {
  return {
    from: span.from < bounds.from ? bounds.from : span.from,
    to: span.to > bounds.to ? bounds.to : span.to,
  };
}

/**
 * Whether a repeating span counts for `bounds`: its middle lies inside, or it is the longer of the two and holds the middle of `bounds`.
 * So a year cut by the edge of a programme counts once, on the side where most of it lies, and a week counts in its ISO year.
 */
export function belongs(span: Span, bounds: Span, middle: LocalDate = middleOf(span)): boolean {
  if (holds(bounds, middle)) return true;
  const longer = daysBetween(span.from, span.to) > daysBetween(bounds.from, bounds.to);
  return longer && holds(span, middleOf(bounds));
}
