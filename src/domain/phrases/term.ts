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

/** Days are YYYY-MM-DD, or MM-DD where the phrase names no year; `from` null for a bare deadline, `to` null for an open end. */
export interface DayWindow {
  readonly from: string | null;
  readonly to: string | null;
}

export type FrequencyUnit = "day" | "week" | "month" | "quarter" | "halfYear" | "year" | "schoolTerm" | "schoolYear";

export interface Phase {
  readonly kind: PhaseKind;
  readonly windows: readonly DayWindow[];
  /** «не реже 2 раз в учебный год» is "2/schoolYear"; null where no rhythm is named */
  readonly freq: `${number}/${FrequencyUnit}` | null;
}

export interface TermReading {
  readonly phrase: string;
  readonly phases: readonly Phase[];
  /** the words that were not used, white space folded; empty when the phrase is understood whole */
  readonly rest: string;
}
