import { partsOf, schoolYearOf, type LocalDate } from "#shared/local-date.ts";
import { counted } from "#domain/russian/plural.ts";
import { dateInWords, monthInWords, spanInWords } from "#domain/russian/dates.ts";
import { ROMAN } from "#domain/russian/roman.ts";
import { localDateOf } from "#shared/local-date.ts";
import type { ObligationState } from "./state.ts";

/** The word beside the shape. */
export const STATE_WORD: Readonly<Record<ObligationState, string>> = {
  late: "просрочено",
  soon: "подходит срок",
  ahead: "впереди",
  submitted: "на проверке",
  returned: "вернули",
  accepted: "принято",
  paused: "приостановлено",
  notApplicable: "неприменимо",
};

const schoolYearWords = (year: number) => `${year}/${String(year + 1).slice(2)} учебный год`;

export interface OccurrenceDays {
  /** the stable name an occurrence was planned by */
  readonly occurrenceKey: string;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
}

/** The period that an occurrence is named by: «2026 год», «октябрь 2026», «II четверть 2026/27»; null where only its days tell it. */
export function periodInWords(key: string): string | null {
  const year = Number(key.slice(0, 4));
  if (/^\d{4}$/.test(key)) return `${year} год`;
  if (/^\d{4}\/SY$/.test(key)) return schoolYearWords(year);
  const term = /^\d{4}\/T([1-6])$/.exec(key);
  if (term) return `${ROMAN[Number(term[1]) - 1]} четверть ${year}/${String(year + 1).slice(2)}`;
  const quarter = /^\d{4}-Q([1-4])$/.exec(key);
  if (quarter) return `${ROMAN[Number(quarter[1]) - 1]} квартал ${year}`;
  const half = /^\d{4}-H([12])$/.exec(key);
  if (half) return `${ROMAN[Number(half[1]) - 1]} полугодие ${year}`;
  const month = /^\d{4}-(\d{2})$/.exec(key);
  if (month) {
    const first = localDateOf(year, Number(month[1]), 1);
    if (first) return monthInWords(first);
  }
  return null;
}

/** Which instance of a repeating measure this is: «2026 год», «октябрь 2026», «II четверть 2026/27», «10–15 октября 2026». */
export function occurrenceInWords({ occurrenceKey, ...days }: OccurrenceDays): string {
  return periodInWords(occurrenceKey) ?? daysInWords(days);
}

/** An occurrence that only its days tell: «10–15 октября 2026», «1 сентября 2026». */
export function daysInWords({ opensOn, dueOn }: Pick<OccurrenceDays, "opensOn" | "dueOn">): string {
  return opensOn <= dueOn ? spanInWords(opensOn, dueOn) : dateInWords(dueOn);
}

/**
 * The year whose planned value an occurrence counts for: of the calendar, or of the school year's September. The year in the
 * occurrence's own name rules, so that a due day moved by hand into January still answers last year's plan.
 */
export function plannedYearOf({ occurrenceKey, dueOn }: OccurrenceDays, yearKind: "calendar" | "school"): number {
  const named = /^(\d{4})($|-|\/[^T])/.exec(occurrenceKey);
  if (yearKind === "calendar") return named && !occurrenceKey.endsWith("/SY") ? Number(named[1]) : partsOf(dueOn).year;
  const school = /^(\d{4})\/(SY|T\d)$/.exec(occurrenceKey);
  return school ? Number(school[1]) : schoolYearOf(dueOn);
}

/**
 * The years whose planned values an occurrence answers, in order: its own, and those of its days that are no other occurrence's own.
 * «2021–2023 годы» comes once and answers three years; one that comes every year answers its year alone.
 * @param others the other occurrences of the measure at the same bearer
 */
export function plannedYearsOf(
  days: OccurrenceDays,
  yearKind: "calendar" | "school",
  others: readonly OccurrenceDays[],
): number[] {
  const own = plannedYearOf(days, yearKind);
  const taken = new Set(others.map((other) => plannedYearOf(other, yearKind)));
  const [first, last] = [days.opensOn, days.dueOn].map((day) =>
    yearKind === "calendar" ? partsOf(day).year : schoolYearOf(day),
  ) as [number, number];
  const spanned = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const answered = spanned.filter((year) => year === own || !taken.has(year));
  return answered.includes(own) ? answered : [own, ...answered].sort((a, b) => a - b);
}

/** «за вами 12 отчётов, у 3 срок уже прошёл»: what a programme put in force asks of a bearer. */
export function plannedWords(all: number, late: number): string {
  const first = `за вами ${counted(all, ["отчёт", "отчёта", "отчётов"])}`;
  if (late === 0) return first;
  if (late === all) return `${first}, ${all === 1 ? "его срок уже прошёл" : "все сроки уже прошли"}`;
  return `${first}, у ${late} срок уже прошёл`;
}

const CLOSE_WORDS: Readonly<Record<string, string>> = {
  "not-wanted": "мероприятие, срок или состав исполнителей изменились",
  duplicate: "строка повторяла другую",
  "programme-finished": "программа завершена",
  "programme-withdrawn": "программу вернули в черновик",
};

/** Why an obligation is owed no more: a stored code in words; a person's own reason as written. */
export function closeReasonInWords(reason: string | null): string {
  return reason === null ? "" : (CLOSE_WORDS[reason] ?? reason);
}
