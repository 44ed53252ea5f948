import { addDays, localDate, partsOf, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { ARTICLE_112, HOLIDAY_EDITIONS, type HolidayEdition } from "./holidays.ts";

const HOLIDAYS: ReadonlySet<string> = new Set(ARTICLE_112.holidays);
const SATURDAY = 6;

interface WorkingYear {
  /** weekdays that are free */
  readonly free: ReadonlySet<LocalDate>;
  /** Saturdays and Sundays that are worked */
  readonly worked: ReadonlySet<LocalDate>;
}

/** The edition a year is reckoned by; a year without one falls back to art. 112 without moves, `verified: false`. */
export function holidayEdition(year: number): HolidayEdition {
  return HOLIDAY_EDITIONS.find((entry) => entry.year === year) ?? { year, source: null, verified: false, moved: [] };
}

/** The sentence to show beside a year whose moves are not known; null where they are. */
export function holidayWarning(year: number): string | null {
  if (holidayEdition(year).verified) return null;
  return `Переносы выходных ${year} года в программу не внесены: учтены только праздники по статье 112 Трудового кодекса.`;
}

/**
 * Whether a five-day week works on the day: art. 112 with its own move (a holiday on a weekend frees the next working day,
 * those of January excepted, which the Government moves), and the moves of the year's act.
 */
export function isWorkingDay(day: LocalDate): boolean {
  const { free, worked } = workingYear(partsOf(day).year);
  if (worked.has(day)) return true;
  return !isWeekend(day) && !isHoliday(day) && !free.has(day);
}

/** The day itself where it is a working one, else the first after it. */
export function nextWorkingDay(day: LocalDate): LocalDate {
  return seek(day, 1);
}

/** The day itself where it is a working one, else the last before it. */
export function previousWorkingDay(day: LocalDate): LocalDate {
  return seek(day, -1);
}

/** The `count`-th working day after the day (before it where negative); 0 gives the day itself. */
export function addWorkingDays(day: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; left -= 1) at = seek(addDays(at, step), step);
  return at;
}

function seek(day: LocalDate, step: 1 | -1): LocalDate {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, step);
  return at;
}

const years = new Map<number, WorkingYear>();

function workingYear(year: number): WorkingYear {
  const known = years.get(year);
  if (known) return known;
  const made = reckon(holidayEdition(year));
  years.set(year, made);
  return made;
}

function reckon({ year, moved }: HolidayEdition): WorkingYear {
  const dayOf = (monthDay: string) => localDate(`${year}-${monthDay}`);
  const free = new Set(moved.map(({ to }) => dayOf(to)));
  const worked = new Set(moved.map(({ from }) => dayOf(from)).filter((day) => !isHoliday(day)));
  const movedFrom = new Set(moved.map(({ from }) => from));
  for (const holiday of ARTICLE_112.holidays) {
    let day = dayOf(holiday);
    if (holiday.startsWith("01-") || movedFrom.has(holiday) || !isWeekend(day)) continue;
    while (isWeekend(day) || isHoliday(day) || free.has(day)) day = addDays(day, 1);
    free.add(day);
  }
  return { free, worked };
}

function isWeekend(day: LocalDate): boolean {
  return weekdayOf(day) >= SATURDAY;
}

function isHoliday(day: LocalDate): boolean {
  return HOLIDAYS.has(day.slice(5));
}
