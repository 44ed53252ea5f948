import { monthInWords, spanInWords } from "#domain/russian/dates.ts";
import { ROMAN } from "#domain/russian/roman.ts";
import type { Period } from "#domain/formulas/measures-fulfilled.ts";
import { schoolYearSpan, termsOf, type SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import {
  lastDayOfMonth,
  localDate,
  localDateOf,
  parseLocalDate,
  schoolYearOf,
  type LocalDate,
} from "#shared/local-date.ts";

/** What progress may be asked for: a month, a quarter, a school term, a year of either kind, or any span of days. */
export const PERIOD_KINDS = ["all", "month", "quarter", "schoolTerm", "year", "schoolYear", "span"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export const PERIOD_KIND_NAME: Readonly<Record<PeriodKind, string>> = {
  all: "весь срок",
  month: "месяц",
  quarter: "квартал",
  schoolTerm: "учебная четверть",
  year: "год",
  schoolYear: "учебный год",
  span: "свои даты",
};

export interface NamedPeriod extends Period {
  /** «2026-10», «2026-Q4», «2026/T1», «2026», «2026/SY», «2026-10-01..2026-11-15»: the names of occurrences, and a span */
  readonly key: string;
  readonly words: string;
}

const nextYear = (year: number) => String(year + 1).slice(2);

const named = (period: Omit<NamedPeriod, "words">): NamedPeriod => ({ ...period, words: periodInWords(period) });

/** «октябрь 2026», «II квартал 2026», «II четверть 2026/27», «2026 год», «15 октября — 3 ноября 2026»; pages say it in their own language. */
export function periodInWords({ key, from, to }: Omit<NamedPeriod, "words">): string {
  const year = Number(key.slice(0, 4));
  const [, quarter, term, school] = /^\d{4}(?:-Q(\d)|\/T(\d)|\/(SY))$/.exec(key) ?? [];
  if (quarter) return `${ROMAN[Number(quarter) - 1]} квартал ${year}`;
  if (term) return `${ROMAN[Number(term) - 1]} четверть ${year}/${nextYear(year)}`;
  if (school) return `${year}/${nextYear(year)} учебный год`;
  if (key.length === 4) return `${year} год`;
  return key.includes("..") ? spanInWords(from, to) : monthInWords(from);
}

/** Reads the name of a period; undefined for what names none (month 13, a term the school year does not have, a span turned round). */
export function periodOf(key: string, calendar: SchoolCalendar): NamedPeriod | undefined {
  const [from = "", to] = key.split("..");
  if (to !== undefined) return spanOf(key, parseLocalDate(from), parseLocalDate(to));
  const parts = /^(\d{4})(?:-(\d{2})|-Q([1-4])|\/T([1-6])|\/(SY))?$/.exec(key);
  if (!parts) return undefined;
  const [, yearText, month, quarter, term, school] = parts;
  const year = Number(yearText);
  if (month) return monthOf(key, year, Number(month));
  if (quarter) {
    const last = Number(quarter) * 3;
    const first = localDateOf(year, last - 2, 1);
    return first && named({ key, from: first, to: lastDayOfMonth(year, last) });
  }
  if (term) {
    const found = termsOf(calendar, year).find((each) => each.number === Number(term));
    return found && named({ key, from: found.from, to: found.to });
  }
  if (school) return named({ key, ...schoolYearSpan(year) });
  const first = localDateOf(year, 1, 1);
  return first && named({ key, from: first, to: lastDayOfMonth(year, 12) });
}

function spanOf(key: string, from?: LocalDate, to?: LocalDate): NamedPeriod | undefined {
  if (!from || !to || from > to) return undefined;
  return named({ key, from, to });
}

function monthOf(key: string, year: number, month: number): NamedPeriod | undefined {
  const first = localDateOf(year, month, 1);
  return first && named({ key, from: first, to: lastDayOfMonth(year, month) });
}

/** The name of the one year of the plan that a period is a part of; null of a whole year, and of what lies in several. */
export function yearAround({ key, from, to }: NamedPeriod, kind: "calendar" | "school"): string | null {
  const yearOf = (day: LocalDate) => (kind === "school" ? schoolYearOf(day) : Number(day.slice(0, 4)));
  const year = yearOf(from);
  if (yearOf(to) !== year) return null;
  const name = kind === "school" ? `${year}/SY` : String(year).padStart(4, "0");
  return name === key ? null : name;
}

const SHAPE: Readonly<Record<Exclude<PeriodKind, "all">, RegExp>> = {
  month: /^\d{4}-\d{2}$/,
  quarter: /^\d{4}-Q\d$/,
  schoolTerm: /^\d{4}\/T\d$/,
  year: /^\d{4}$/,
  schoolYear: /^\d{4}\/SY$/,
  span: /^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/,
};

/** Whether a name is of the kind chosen: a half-typed span and the name left over from another kind are not. */
export function isOfKind(key: string, kind: PeriodKind): boolean {
  return kind !== "all" && SHAPE[kind].test(key);
}

/** Every period of a kind that touches the span, in order; none for «all» and «span», which need no list. */
export function periodsWithin(kind: PeriodKind, span: Period, calendar: SchoolCalendar): NamedPeriod[] {
  const years = range(Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4)));
  const schoolYears = range(schoolYearOf(span.from), schoolYearOf(span.to));
  const keys: Record<PeriodKind, () => string[]> = {
    all: () => [],
    span: () => [],
    month: () => years.flatMap((year) => range(1, 12).map((month) => `${year}-${String(month).padStart(2, "0")}`)),
    quarter: () => years.flatMap((year) => range(1, 4).map((quarter) => `${year}-Q${quarter}`)),
    year: () => years.map(String),
    schoolTerm: () => schoolYears.flatMap((year) => termsOf(calendar, year).map((term) => `${year}/T${term.number}`)),
    schoolYear: () => schoolYears.map((year) => `${year}/SY`),
  };
  return keys[kind]()
    .flatMap((key) => periodOf(key, calendar) ?? [])
    .filter((period) => period.from <= span.to && period.to >= span.from);
}

/** The twelve months of a calendar year, or of the school year that begins in its September. */
export function monthsOf(year: number, yearKind: "calendar" | "school"): NamedPeriod[] {
  return range(0, 11).map((at) => {
    const month = yearKind === "calendar" ? at + 1 : ((at + 8) % 12) + 1;
    const of = yearKind === "school" && month < 9 ? year + 1 : year;
    return monthOf(`${of}-${String(month).padStart(2, "0")}`, of, month)!;
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** The month of a day. */
export function monthNow(today: LocalDate): NamedPeriod {
  return monthOf(today.slice(0, 7), Number(today.slice(0, 4)), Number(today.slice(5, 7)))!;
}

/** The name of a span whose end stands before its beginning: the field says so, and nothing is asked. */
export function isTurned(key: string): boolean {
  const [from = "", to] = key.split("..");
  return to !== undefined && from > to;
}

/** Of periods in order, the one that holds the day, or the last before it; the first where all are ahead. */
export function standingAmong<P extends { readonly from: string }>(periods: readonly P[], day: string): P | undefined {
  return periods.filter(({ from }) => from <= day).at(-1) ?? periods[0];
}

/** What an address asks for: a kind, the first of those offered where it names none of them, and a period where it names one of that kind. */
export function askedPeriod<Kind extends PeriodKind>(
  offered: readonly [Kind, ...Kind[]],
  kindText: string,
  key: string,
): { readonly kind: Kind; readonly period: string } {
  const kind = offered.find((each) => each === kindText) ?? offered[0];
  return { kind, period: isOfKind(key, kind) && !isTurned(key) ? key : "" };
}

/** Periods to choose from, in words of the page's language, the chosen one among them whatever years the programme has. */
export function periodChoices<Seen extends { readonly key: string; readonly from: string; readonly to: string }>(
  periods: readonly Seen[],
  chosen: Seen,
): { readonly value: string; readonly label: string }[] {
  const all = periods.some(({ key }) => key === chosen.key) ? periods : [chosen, ...periods];
  return all.map(({ key, from, to }) => ({
    value: key,
    label: periodInWords({ key, from: localDate(from), to: localDate(to) }),
  }));
}
