import { lastDayOfMonth, partsOf, localDate } from "#shared/local-date.ts";
import { monthName } from "#domain/russian/months.ts";
import type { DayWindow, NamedSpan } from "./term.ts";
import { ROMAN } from "../russian/roman.ts";

interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** The parts of YYYY-MM-DD or MM-DD. */
function dayOf(text: string): Day {
  if (text.length === 10) return partsOf(localDate(text));
  return { month: Number(text.slice(0, 2)), day: Number(text.slice(3)) };
}

function isMonthEnd({ year, month, day }: Day): boolean {
  return day === Number(lastDayOfMonth(year ?? 2023, month).slice(8));
}

const withYear = (words: string, year: number | undefined) => (year === undefined ? words : `${words} ${year}`);
const dayWords = ({ month, day, year }: Day) => withYear(`${day} ${monthName(month, "genitive")}`, year);
const monthWords = ({ month, year }: Day) => withYear(monthName(month), year);

/** The years that a window fills from end to end: «2021 год», «2021–2022 учебный год». */
function yearsOf(from: Day, to: Day): { readonly words: string; readonly genitive: string } | undefined {
  if (from.year === undefined || to.year === undefined || from.day !== 1 || !isMonthEnd(to)) return undefined;
  const range = from.year === to.year ? `${from.year}` : `${from.year}–${to.year}`;
  if (from.month === 1 && to.month === 12) {
    return from.year === to.year
      ? { words: `${range} год`, genitive: `${range} года` }
      : { words: `${range} годы`, genitive: `${range} годов` };
  }
  if (from.month !== 9 || to.month !== 8 || to.year === from.year) return undefined;
  const isOne = to.year === from.year + 1;
  return {
    words: `${range} ${isOne ? "учебный год" : "учебные годы"}`,
    genitive: `${range} ${isOne ? "учебного года" : "учебных годов"}`,
  };
}

const NAMED: Readonly<Record<string, string>> = {
  schoolBreak: "каникулы",
  "schoolBreak/autumn": "осенние каникулы",
  "schoolBreak/winter": "зимние каникулы",
  "schoolBreak/spring": "весенние каникулы",
  "schoolBreak/summer": "летние каникулы",
  "schoolYear/start": "начало учебного года",
  "schoolYear/end": "конец учебного года",
  "year/start": "начало года",
  "year/end": "конец года",
};

function printNamed(named: NamedSpan): string {
  const [unit, number] = named.split("/") as [string, string];
  const roman = ROMAN[Number(number) - 1];
  if (unit === "schoolTerm") return `${roman} четверть`;
  if (unit === "halfYear") return `${roman} полугодие`;
  if (unit === "monthDay") return `до ${number} числа`;
  if (unit === "nextMonthDay") return `до ${number} числа месяца, следующего за отчётным`;
  return NAMED[named]!;
}

const GENITIVE: Readonly<Record<string, string>> = {
  "schoolYear/start": "начала учебного года",
  "schoolYear/end": "конца учебного года",
  "year/start": "начала года",
  "year/end": "конца года",
};

/** «до конца учебного года 2021–2022 учебного года», «до конца I четверти» */
export function printNamedDeadline(window: DayWindow): string {
  const words = printWindow(window);
  const edge = Object.keys(GENITIVE).find((named) => named === window.named);
  if (edge)
    return `до ${words
      .replace(NAMED[edge]!, GENITIVE[edge]!)
      .replace(/^конец/, "конца")
      .replace(/^начало/, "начала")}`;
  return `до конца ${words
    .replace("четверть", "четверти")
    .replace("полугодие", "полугодия")
    .replace("каникулы", "каникул")
    .replace(/ые каникул/, "ых каникул")
    .replace(/ие каникул/, "их каникул")}`;
}

/** A window in words, as a person would write it: «сентябрь — октябрь 2021», «до 15 октября», «с 2023 года», «I четверть». */
export function printWindow(window: DayWindow): string {
  const from = window.from === null ? null : dayOf(window.from);
  const to = window.to === null ? null : dayOf(window.to);
  if (window.named) {
    const years = from && to && yearsOf(from, to);
    const edge = /^schoolYear\/(start|end)$/.exec(window.named)?.[1];
    if (years && edge) return `${edge === "start" ? "начало" : "конец"} ${years.genitive}`;
    return years ? `${printNamed(window.named)} ${years.genitive}` : printNamed(window.named);
  }
  if (!from) return to ? `до ${dayWords(to)}` : "";
  if (!to)
    return from.year !== undefined && from.month === 1 && from.day === 1
      ? `с ${from.year} года`
      : `с ${dayWords(from)}`;
  return yearsOf(from, to)?.words ?? printDays(from, to);
}

/**
 * Several windows in words. Whole years stand together, «2020, 2021, 2022 годы»: each stays a window of its own, so they are listed
 * and never joined by a dash.
 */
export function printWindows(windows: readonly DayWindow[]): string {
  // «до 10 октября, 10 января» would be two deadlines
  const each = windows.map((window, at) => {
    const isDay = window.from !== null && window.from === window.to && !window.named;
    return isDay && at > 0 && isDeadline(windows[at - 1]!) ? `на ${printWindow(window)}` : printWindow(window);
  });
  if (each.length > 1 && windows.every(({ named }) => !named)) {
    if (each.every((words) => ONE_YEAR.test(words)))
      return `${each.map((words) => words.replace(ONE_YEAR, "$1")).join(", ")} годы`;
    if (each.every((words) => ONE_SCHOOL_YEAR.test(words)))
      return `${each.map((words) => words.replace(ONE_SCHOOL_YEAR, "$1/$2")).join(", ")} учебные годы`;
  }
  return each.join(", ");
}

function isDeadline({ from, to, named }: DayWindow): boolean {
  return from === null && to !== null && !named;
}

const ONE_YEAR = /^(\d{4}) год$/;
const ONE_SCHOOL_YEAR = /^(\d{4})–(\d{4}) учебный год$/;

function printDays(from: Day, to: Day): string {
  const sameYear = from.year === to.year;
  const first = sameYear ? { month: from.month, day: from.day } : from;
  const sameMonth = sameYear && from.month === to.month;
  if (from.day === 1 && isMonthEnd(to)) return sameMonth ? monthWords(to) : `${monthWords(first)} — ${monthWords(to)}`;
  if (sameMonth && from.day <= to.day) return from.day === to.day ? dayWords(to) : `${from.day}–${dayWords(to)}`;
  return `${dayWords(first)} — ${dayWords(to)}`;
}

/** «в течение учебного года», «в течение 2021 года»; undefined for windows that are not whole years. */
export function printThroughYears(window: DayWindow): string | undefined {
  if (window.from === null || window.to === null || window.named) return undefined;
  if (window.from === "09-01" && window.to === "08-31") return "в течение учебного года";
  const years = yearsOf(dayOf(window.from), dayOf(window.to));
  return years && `в течение ${years.genitive}`;
}
