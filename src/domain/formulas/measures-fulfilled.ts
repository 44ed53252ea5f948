import type { FormulaEdition } from "./edition.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { Share } from "./share.ts";

/**
 * The criterion of execution that municipal roadmaps name: the share of planned measures fulfilled. No act fixes its arithmetic, so
 * the product states its own.
 */
export const MEASURES_FULFILLED: FormulaEdition = {
  id: "measures-fulfilled/1",
  title: "Доля выполненных мероприятий",
  rule: "Принятые отчёты со сроком в периоде, делённые на все отчёты со сроком в периоде: каждый исполнитель отчитывается о каждом сроке мероприятия. Неприменимые не считаются, перенесённые считаются по новому сроку.",
  source: "критерий «доля выполненных мероприятий плана» муниципальных дорожных карт",
  effectiveFrom: null,
};

/** What the criterion needs of occurrences at their bearers; those alike may come as one with their count. */
export interface CountedOccurrence {
  readonly count: number;
  /** where the due day stands now: a moved one counts in its new period */
  readonly dueOn: LocalDate;
  readonly isAccepted: boolean;
  /** accepted as not applicable, or closed unanswered: neither owed nor fulfilled */
  readonly isNotApplicable: boolean;
}

export interface Period {
  readonly from: LocalDate;
  /** included */
  readonly to: LocalDate;
}

/** Before and after every obligation there can be. */
export const ALL_TIME: Period = { from: localDate("1900-01-01"), to: localDate("2199-12-31") };

/** Accepted of the occurrences due in the period, without those that do not apply. */
export function measuresFulfilled(occurrences: readonly CountedOccurrence[], period: Period): Share {
  const due = occurrences.filter(
    ({ dueOn, isNotApplicable }) => !isNotApplicable && dueOn >= period.from && dueOn <= period.to,
  );
  return { part: countOf(due.filter(({ isAccepted }) => isAccepted)), whole: countOf(due) };
}

function countOf(occurrences: readonly CountedOccurrence[]): number {
  return occurrences.reduce((sum, { count }) => sum + count, 0);
}

/** How much of the period's plan should be fulfilled by the end of `today`: what is due by then of all that is due in it. */
export function planByToday(occurrences: readonly CountedOccurrence[], period: Period, today: LocalDate): Share {
  const whole = measuresFulfilled(occurrences, period).whole;
  if (today < period.from) return { part: 0, whole };
  const to = today < period.to ? today : period.to;
  return { part: measuresFulfilled(occurrences, { from: period.from, to }).whole, whole };
}
