import { addDays, type LocalDate } from "#shared/local-date.ts";
import { holds, type Span } from "./span.ts";

export interface DueDayRule {
  /** what becomes of a due day that is not a working day; default "keep": it stays as written */
  readonly onNonWorkingDay?: "keep" | "next" | "previous";
  /** the production calendar; without it every day is a working one */
  readonly isWorkingDay?: (day: LocalDate) => boolean;
}

/** longer than any row of holidays; a calendar without working days must not spin for ever */
const FARTHEST = 31;

/** The due day of a span. A move that would leave the scope, or come before the span opens, is not made. */
export function dueDayOf(span: Span, scope: Span, rule: DueDayRule): LocalDate {
  const { onNonWorkingDay = "keep", isWorkingDay } = rule;
  if (onNonWorkingDay === "keep" || !isWorkingDay) return span.to;
  const step = onNonWorkingDay === "next" ? 1 : -1;
  for (let far = 0; far <= FARTHEST; far += 1) {
    const day = addDays(span.to, far * step);
    if (isWorkingDay(day)) return holds({ from: span.from, to: scope.to }, day) ? day : span.to;
  }
  return span.to;
}
