import type { DayWindow, Phase } from "#domain/phrases/term.ts";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import { dueDayOf, type DueDayRule } from "./due-day.ts";
import type { AccountMoments } from "./moments.ts";
import type { Occurrence, Slot } from "./occurrence.ts";
import { accountsOf, countsYears, follows, type Account } from "./reckoning.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import { namedSlots } from "./named-spans.ts";
import { ongoingSlots } from "./ongoing.ts";
import { clip, type Span } from "./span.ts";
import type { YearKind } from "./units.ts";
import { windowNames } from "./window-names.ts";
import { placeWindow, repeats, spansOf } from "./windows.ts";

export interface ExpandOptions extends DueDayRule {
  /** what «год» and «полугодие» mean in this programme; default "calendar" */
  readonly yearKind?: YearKind;
  /** for what goes on all the time; default the end of each school term */
  readonly accountMoments?: AccountMoments;
  /** for what another plan dates («по графику»); default the end of the year or school year, by `yearKind` */
  readonly scheduleMoments?: AccountMoments;
  /** months 1…12 in which daily, weekly and monthly rhythms rest, e.g. [7, 8]; longer units are never skipped */
  readonly skipMonths?: readonly number[];
  /** «ежедневно»: an account at the moments chosen (default), or an occurrence for each day */
  readonly daily?: "moments" | "each";
}

/**
 * The dated occurrences of a term inside the programme's days, sorted by due day. Pure and deterministic; keys are unique.
 * What phases mean beside each other is told in `reckoning.ts`, which side of an edge a span counts for in `span.ts`.
 * An occurrence cut by an edge of `scope` keeps its key and label; a due day stays as written unless `onNonWorkingDay` moves it.
 */
export function expandTerm(
  phases: readonly Phase[],
  scope: Span,
  calendar: SchoolCalendar,
  options: ExpandOptions = {},
): Occurrence[] {
  if (scope.from > scope.to) return [];
  const found = new Map<string, Occurrence>();
  for (const { slot, required } of slotsOf(accountsOf(phases, options), scope, calendar, options)) {
    const span = clip(slot, scope);
    const dueOn = dueDayOf(span, scope, options);
    const same = found.get(slot.key);
    found.set(slot.key, {
      key: slot.key,
      from: same && same.from < span.from ? same.from : span.from,
      dueOn: same && same.dueOn > dueOn ? same.dueOn : dueOn,
      label: slot.label,
      required: Math.max(required, same?.required ?? 0),
    });
  }
  return [...found.values()].sort(
    (a, b) => compare(a.dueOn, b.dueOn) || compare(a.from, b.from) || compare(a.key, b.key),
  );
}

interface Counted {
  readonly slot: Slot;
  readonly required: number;
}

type Windows = Extract<Account, { kind: "windows" }>;

function slotsOf(
  accounts: readonly Account[],
  scope: Span,
  calendar: SchoolCalendar,
  options: ExpandOptions,
): Counted[] {
  const nameOf = windowNames(accounts);
  const counted: Counted[] = [];
  /** the day after the windows of the account before: where «далее» begins; null where none of them counts */
  let next: LocalDate | null = null;
  accounts.forEach((account, index) => {
    const start = follows(account) ? next : null;
    next = null;
    if (account.kind === "windows") {
      const returns = account.windows.map((window, at) => returnsOf(account, index, window, at));
      const firsts = account.windows.flatMap((window, at) => firstEnd(window, returns[at]!)).sort();
      next = firsts.length ? addDays(firsts.at(-1)!, 1) : null;
      counted.push(...returns.flat().map((slot) => ({ slot, required: account.required })));
      return;
    }
    const required = account.kind === "rhythm" ? account.required : 1;
    for (const slot of ongoingSlots(account, start, scope, calendar, options)) {
      counted.push({ slot: countsYears(account) ? { ...slot, key: nameOf(index, 0, slot).key } : slot, required });
    }
  });
  return counted;

  function returnsOf(account: Windows, index: number, window: DayWindow, at: number): Slot[] {
    const slots = window.named
      ? namedSlots(window, scope, calendar, options.yearKind ?? "calendar")
      : spansOf(window, scope).map((span) => nameOf(index, at, span));
    if (!account.startsOnly || !repeats(window)) return slots;
    return slots.slice(0, 1).map((slot) => ({ ...slot, key: nameOf(index, at, slot).key }));
  }
}

/** The end of the window's first return; of a dated one its own end, inside the scope or not. */
function firstEnd(window: DayWindow, returns: readonly Slot[]): LocalDate[] {
  if (repeats(window)) return returns.slice(0, 1).map(({ to }) => to);
  return [window.named ? localDate(window.to!) : placeWindow(window, 0).to];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
