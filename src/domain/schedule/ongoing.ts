import { addDays, partsOf, type LocalDate } from "#shared/local-date.ts";
import { momentSlots } from "./moments.ts";
import { namedSlots } from "./named-spans.ts";
import type { Slot } from "./occurrence.ts";
import type { Account } from "./reckoning.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import { belongs, clip, middleOf, overlap, type Span } from "./span.ts";
import { dueBy } from "./rhythm-days.ts";
import { severalUnits } from "./several-units.ts";
import { unitSlots, type YearKind } from "./units.ts";
import { reachOf } from "./windows.ts";

interface Rest {
  readonly yearKind?: YearKind;
  readonly skipMonths?: readonly number[];
}

/** The units of a rhythm, or the stretches between moments of account, that count for `scope` from `start` on, in order. */
export function ongoingSlots(
  account: Exclude<Account, { kind: "windows" }>,
  start: LocalDate | null,
  scope: Span,
  calendar: SchoolCalendar,
  options: Rest,
): Slot[] {
  const yearKind = options.yearKind ?? "calendar";
  const bounds = account.windows.flatMap((window): Span[] =>
    window.named ? namedSlots(window, around(scope), calendar, yearKind) : reachOf(window, scope),
  );
  const whole =
    account.kind === "moments"
      ? momentSlots(account.moments, scope, calendar)
      : account.every > 1
        ? severalUnits(account.unit, account.every, scope, calendar, yearKind)
        : unitSlots(account.unit, scope, calendar, yearKind);
  const byDays = account.kind === "moments" && account.moments.kind === "days";
  const counts = (slot: Slot) => byDays || belongs(slot, scope);
  // what windows leave of a unit decides for itself where it counts: a quarter of a school year may lie wholly in a short programme
  return whole
    .filter((slot) => !rests(slot, options) && (account.windows.length > 0 || counts(slot)))
    .flatMap((slot) => (start === null ? [slot] : later(slot, start)))
    .flatMap((slot) => (account.windows.length ? within(slot, bounds).filter(counts) : [slot]))
    .map((slot) => (account.kind === "rhythm" ? dueBy(slot, account.by) : slot))
    .filter((slot) => slot.from <= slot.to && overlap(slot, scope));
}

/** A year more on each side: bounds are not cut with the scope. */
function around(scope: Span): Span {
  return { from: addDays(scope.from, -366), to: addDays(scope.to, 366) };
}

function later(slot: Slot, start: LocalDate): Slot[] {
  if (slot.to < start) return [];
  return [slot.from < start ? { ...slot, from: start } : slot];
}

/** The slot cut to the windows it falls in; none where less than half of it, and not the whole window, falls there. */
function within(slot: Slot, bounds: readonly Span[]): Slot[] {
  const held = bounds.filter((span) => overlap(slot, span) && belongs(slot, span));
  if (!held.length) return [];
  const froms = held.map((span) => span.from).sort();
  const tos = held.map((span) => span.to).sort();
  return [{ ...slot, ...clip(slot, { from: froms[0]!, to: tos.at(-1)! }) }];
}

function rests(slot: Slot, options: Rest): boolean {
  const short = slot.label.kind === "day" || slot.label.kind === "week" || slot.label.kind === "month";
  return short && (options.skipMonths ?? []).includes(partsOf(middleOf(slot)).month);
}
