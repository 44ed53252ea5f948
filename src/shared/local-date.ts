/**
 * A calendar day without zone or time, written YYYY-MM-DD. Comparison by `<` and `>` is comparison in time.
 * Deadlines are local days in the municipality's zone; instants are `Date` in UTC and never mixed with these.
 */
export type LocalDate = string & { readonly __brand: "LocalDate" };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** of the months of a year that is not a leap year */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day named by year, month 1…12 and day 1…31; undefined where the calendar has no such day (29.02.2023) and before the year 100. */
export function localDateOf(year: number, month: number, day: number): LocalDate | undefined {
  const days = MONTH_DAYS[month - 1];
  if (days === undefined || !Number.isInteger(year) || !Number.isInteger(day)) return undefined;
  if (year < 100 || year > 9999 || day < 1 || day > (month === 2 && isLeap(year) ? 29 : days)) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as LocalDate;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Reads YYYY-MM-DD; undefined for any other shape and for days that do not exist. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const parts = SHAPE.exec(text);
  return parts ? localDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** As `parseLocalDate`, for texts the program itself wrote; throws RangeError otherwise. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new RangeError(`not a calendar day: ${text}`);
  return date;
}

export interface DayParts {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
  readonly day: number;
}

export function partsOf(date: LocalDate): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The same day of another year; 29 February becomes the 28th where there is none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const { year, month, day } = partsOf(date);
  return localDateOf(year + years, month, day) ?? lastDayOfMonth(year + years, month);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(date).getUTCDay() || 7;
}

/** The last day of a month, 1…12. */
export function lastDayOfMonth(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate;
}

/** The first year of the school year (from 1 September) that holds the day: 2021 for 10.12.2021 and for 31.08.2022. */
export function schoolYearOf(date: LocalDate): number {
  const { year, month } = partsOf(date);
  return month >= 9 ? year : year - 1;
}

/** One for each zone: making a format takes longer than all the rest of a short list. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  FORMATS.set(timeZone, made);
  return made;
}

/** Of each zone the minute last asked for, counted from 1970, and its day: a request asks for today as often as it meets roles and terms. */
const LAST_ASKED = new Map<string, { readonly minute: number; readonly day: LocalDate }>();

/** The local day at an instant in an IANA zone ("Europe/Moscow"). Since 1970 zones differ by whole minutes, so that a day begins with one. */
export function localDateAt(instant: Date, timeZone: string): LocalDate {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  const last = LAST_ASKED.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = localDate(formatOf(timeZone).format(instant));
  if (minute >= 0) LAST_ASKED.set(timeZone, { minute, day });
  return day;
}

const HOURS = new Map<string, Intl.DateTimeFormat>();

/** The hour of the local day, 0…23, at an instant in an IANA zone. */
export function localHourAt(instant: Date, timeZone: string): number {
  const known = HOURS.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  if (!known) HOURS.set(timeZone, format);
  return Number(format.format(instant));
}
