import type { DayWindow, Phase } from "#domain/phrases/term.ts";
import { addDays, partsOf, type LocalDate } from "#shared/local-date.ts";
import { dueDayOf, type DueDayRule } from "./due-day.ts";
import { momentSlots, type AccountMoments } from "./moments.ts";
import type { Occurrence, Slot } from "./occurrence.ts";
import { accountsOf, follows, type Account } from "./reckoning.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import { belongs, clip, middleOf, overlap, type Span } from "./span.ts";
import { unitSlots, type YearKind } from "./units.ts";
import { windowNames } from "./window-names.ts";
import { reachOf, repeats, spansOf } from "./windows.ts";

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

function slotsOf(
  accounts: readonly Account[],
  scope: Span,
  calendar: SchoolCalendar,
  options: ExpandOptions,
): Counted[] {
  const nameOf = windowNames(accounts);
  const counted: Counted[] = [];
  accounts.forEach((account, index) => {
    if (account.kind === "windows") {
      account.windows.forEach((window, at) => {
        for (const span of returnsOf(account, window, scope)) {
          counted.push({ slot: nameOf(index, at, span), required: account.required });
        }
      });
      return;
    }
    const before = follows(account) ? accounts[index - 1] : undefined;
    const start = before?.kind === "windows" ? endOf(before, scope) : null;
    for (const slot of ongoingSlots(account, start, scope, calendar, options)) {
      const wholeYear = slot.label.kind === "year" || slot.label.kind === "schoolYear";
      const named = account.kind === "rhythm" && wholeYear ? nameOf(index, 0, slot) : slot;
      counted.push({ slot: named, required: account.kind === "rhythm" ? account.required : 1 });
    }
  });
  return counted;
}

type Windows = Extract<Account, { kind: "windows" }>;

function returnsOf(account: Windows, window: DayWindow, scope: Span): Span[] {
  const spans = spansOf(window, scope);
  return account.startsOnly && repeats(window) ? spans.slice(0, 1) : spans;
}

/** The day after the first return of the windows: where «далее» begins; null where none of them counts. */
function endOf(account: Windows, scope: Span): LocalDate | null {
  const ends = account.windows.flatMap((window) =>
    returnsOf(account, window, scope)
      .slice(0, 1)
      .map((span) => span.to),
  );
  return ends.length ? addDays(ends.sort().at(-1)!, 1) : null;
}

function ongoingSlots(
  account: Exclude<Account, Windows>,
  start: LocalDate | null,
  scope: Span,
  calendar: SchoolCalendar,
  options: ExpandOptions,
): Slot[] {
  const bounds = account.windows.flatMap((window) => reachOf(window, scope));
  const whole =
    account.kind === "moments"
      ? momentSlots(account.moments, scope, calendar)
      : unitSlots(account.unit, scope, calendar, options.yearKind ?? "calendar").filter((slot) => belongs(slot, scope));
  return whole
    .filter((slot) => !rests(slot, options))
    .filter((slot) => start === null || slot.to >= start)
    .map((slot) => (start !== null && slot.from < start ? { ...slot, from: start } : slot))
    .flatMap((slot) => (account.windows.length ? within(slot, bounds) : [slot]));
}

/** The slot cut to the windows it falls in; none where less than half of it, and not the whole window, falls there. */
function within(slot: Slot, bounds: readonly Span[]): Slot[] {
  const held = bounds.filter((span) => overlap(slot, span) && belongs(slot, span));
  if (!held.length) return [];
  const froms = held.map((span) => span.from).sort();
  const tos = held.map((span) => span.to).sort();
  return [{ ...slot, ...clip(slot, { from: froms[0]!, to: tos.at(-1)! }) }];
}

function rests(slot: Slot, options: ExpandOptions): boolean {
  const short = slot.label.kind === "day" || slot.label.kind === "week" || slot.label.kind === "month";
  return short && (options.skipMonths ?? []).includes(partsOf(middleOf(slot)).month);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
