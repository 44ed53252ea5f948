import type { Confidence, PhraseDoubt } from "./doubt.ts";

/**
 * What a phrase of time means. A phrase has one phase for each of its parts: «октябрь, далее постоянно» has two.
 * The same structure is stored with a measure, expanded by `domain/schedule` and printed by the command line.
 */
export type PhaseKind =
  /** by one day or on one day: «до 15.10.2026» */
  | "once"
  /** inside one or more spans: «декабрь 2021 – январь 2022» */
  | "window"
  /** every year, at the window where one is named: «ежегодно (август)» */
  | "yearly"
  /** at least n times in a unit: «не реже 1 раза в четверть» */
  | "cadence"
  /** all the time: «постоянно», «весь период» */
  | "continuous"
  /** when asked for: «по запросу», «по мере необходимости» */
  | "on-demand"
  /** when another paper says: «по плану», «согласно графику» */
  | "by-schedule"
  | "unknown";

/**
 * A span that the phrase names and only a calendar of the place can date. «I полугодие» without a year is here too: it may be of the
 * school year or of the calendar one, so its dates are asked, never guessed. `monthDay/25` is by the 25th of each month («до 25 числа
 * каждого месяца»), `nextMonthDay/15` by the 15th of the month after the unit's end («ежеквартально, до 15 числа следующего месяца»),
 * `weekday/2` on Tuesdays, `monthWeekday/2-3` on the second Wednesday of the month, `monthWeekday/last-5` on its last Friday.
 */
export type NamedSpan =
  | `schoolTerm/${number}`
  | `halfYear/${number}`
  | "schoolBreak"
  | `schoolBreak/${"autumn" | "winter" | "spring" | "summer"}`
  | `schoolYear/${"start" | "end"}`
  | `year/${"start" | "end"}`
  | `monthDay/${number}`
  | `nextMonthDay/${number}`
  | `weekday/${number}`
  | `monthWeekday/${number | "last"}-${number}`;

/**
 * Days are YYYY-MM-DD, or MM-DD where the phrase names no year; `from` null for a bare deadline, `to` null for an open end.
 * MM-DD with `from` after `to` crosses the year. The end of February without a year is 02-28; 02-29 stands only where it was written.
 */
export interface DayWindow {
  readonly from: string | null;
  readonly to: string | null;
  /** only for spans without days of their own; `from` and `to` are then null, or the year inside which the span lies */
  readonly named?: NamedSpan;
}

export type FrequencyUnit = "day" | "week" | "month" | "quarter" | "halfYear" | "year" | "schoolTerm" | "schoolYear";

export interface Phase {
  readonly kind: PhaseKind;
  readonly windows: readonly DayWindow[];
  /**
   * «не реже 2 раз в учебный год» is "2/schoolYear", «раз в 2 года» "1/2year"; null where no rhythm is named and where the kind
   * says it («ежегодно»)
   */
  readonly freq: `${number}/${FrequencyUnit}` | `${number}/${number}${FrequencyUnit}` | null;
}

export interface TermReading {
  readonly phrase: string;
  readonly phases: readonly Phase[];
  /** the words that were not used, white space folded; empty when the phrase is understood whole */
  readonly rest: string;
  /** why a person should look at the reading: misprints, words of two meanings, days that do not exist */
  readonly doubts: readonly PhraseDoubt[];
  readonly confidence: Confidence;
}
