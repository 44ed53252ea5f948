import type { DayWindow } from "#domain/phrases/term.ts";
import { addDays, partsOf } from "#shared/local-date.ts";
import type { OccurrenceLabel, Slot } from "./occurrence.ts";
import { countsYears, type Account } from "./reckoning.ts";
import { schoolYearSpan } from "./school-calendar.ts";
import type { Span } from "./span.ts";
import { placeWindow, repeats } from "./windows.ts";

type NameWindow = (account: number, window: number, span: Span) => Slot;

/**
 * Names for windows and whole years: the year, and from the second on its place: «2021», «2021/2».
 * Places are given by the term alone (windows that return first, then dated ones within their year), never by the scope,
 * so a longer programme renames nothing.
 */
export function windowNames(accounts: readonly Account[]): NameWindow {
  const places = new Map<string, number>();
  let returning = 0;
  accounts.forEach((account, index) => {
    // a rhythm of whole years is named like a window that returns
    const takes = account.kind === "windows" ? account.windows.map(repeats) : [countsYears(account)];
    takes.forEach((returns, at) => {
      if (returns && !isNamed(account, at)) places.set(`${index}.${at}`, (returning += 1));
    });
  });
  const dated = new Map<string, number>();
  accounts.forEach((account, index) => {
    if (account.kind !== "windows") return;
    account.windows.forEach((window, at) => {
      if (repeats(window) || window.named) return;
      const year = yearName({ ...placeWindow(window, 0), deadline: window.from === null });
      const place = (dated.get(year) ?? 0) + 1;
      dated.set(year, place);
      places.set(`${index}.${at}`, returning + place);
    });
  });
  return (index, at, span) => {
    const account = accounts[index]!;
    const window = account.kind === "windows" ? account.windows[at] : undefined;
    const deadline = window !== undefined && window.from === null;
    const place = places.get(`${index}.${at}`) ?? 1;
    const suffix = place > 1 ? `/${place}` : "";
    return {
      from: span.from,
      to: span.to,
      key: baseOf(account, window, { ...span, deadline }) + suffix,
      label: labelOf(span, deadline),
    };
  };
}

/** Spans of the calendar have names of their own, «2021/T2», unless they are a beginning. */
function isNamed(account: Account, window: number): boolean {
  return account.kind === "windows" && !account.startsOnly && account.windows[window]?.named !== undefined;
}

function baseOf(account: Account, window: DayWindow | undefined, span: Span & { deadline: boolean }): string {
  if (account.kind === "windows" && account.single) return "once";
  if (account.kind === "windows" && account.startsOnly && window && repeats(window)) return "start";
  return yearName(span);
}

/** The year of the first day (of a bare deadline: of its day); a whole school year is «2021/SY» as everywhere. */
function yearName(span: Span & { deadline: boolean }): string {
  const { year } = partsOf(span.deadline ? span.to : span.from);
  return isSchoolYear(span) && !span.deadline ? `${year}/SY` : String(year);
}

function labelOf(span: Span, deadline: boolean): OccurrenceLabel {
  const { year, month, day } = partsOf(span.from);
  if (deadline) return { kind: "deadline", on: span.to };
  if (isSchoolYear(span)) return { kind: "schoolYear", schoolYear: year };
  if (month === 1 && day === 1 && span.to === `${span.from.slice(0, 4)}-12-31`) return { kind: "year", year };
  if (
    day === 1 &&
    addDays(span.to, 1).slice(8) === "01" &&
    partsOf(span.to).month === month &&
    partsOf(span.to).year === year
  ) {
    return { kind: "month", year, month };
  }
  return { kind: "span", from: span.from, to: span.to };
}

function isSchoolYear(span: Span): boolean {
  const { year } = partsOf(span.from);
  return span.from.endsWith("-09-01") && span.to === schoolYearSpan(year).to;
}
