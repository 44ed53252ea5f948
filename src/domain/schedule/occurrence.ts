import type { LocalDate } from "#shared/local-date.ts";

/** What an occurrence is called, for a screen to put into words; spans are as the term names them, before any cut. */
export type OccurrenceLabel =
  | { readonly kind: "day"; readonly on: LocalDate }
  | { readonly kind: "week"; readonly year: number; readonly week: number }
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  | { readonly kind: "quarter"; readonly year: number; readonly quarter: number }
  /** `ofSchoolYear`: the halves of 2021/22 begin on 01.09.2021 and 01.01.2022 */
  | { readonly kind: "halfYear"; readonly year: number; readonly half: 1 | 2; readonly ofSchoolYear: boolean }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "schoolTerm"; readonly schoolYear: number; readonly term: number }
  | { readonly kind: "schoolYear"; readonly schoolYear: number }
  | { readonly kind: "span"; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: "deadline"; readonly on: LocalDate };

/** One dated instance of a measure. */
export interface Occurrence {
  /**
   * The stable name: «2021», «2021/SY», «2021/T2», «2021-Q4», «2021-H1», «2021-12», «2021-W40», «2021-12-03», «once», «start»;
   * «2021/2» is the second window named for 2021, «2021/M1» the first chosen day of account of 2021.
   * A calendar that moves the dates leaves the key as it is.
   */
  readonly key: string;
  readonly from: LocalDate;
  readonly dueOn: LocalDate;
  readonly label: OccurrenceLabel;
  /** how many times in this occurrence: «2 раза в месяц» is one occurrence a month that needs 2 */
  readonly required: number;
}

/** An occurrence before its due day is settled, with its span as named. */
export interface Slot {
  readonly key: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly label: OccurrenceLabel;
}
