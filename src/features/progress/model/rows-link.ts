import { ALL_TIME, type Period } from "#domain/formulas/measures-fulfilled.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Figure } from "./figure.ts";
import type { OutcomePart } from "./outcome.ts";
import type { RowsFilter, RowState } from "./rows-query.ts";

/** What a figure was counted over. */
export type FigureScope = Omit<
  RowsFilter,
  "state" | "from" | "to" | "q" | "outcome" | "on" | "change" | "changedFrom" | "changedTo"
> & { readonly period?: Period };

/** The filter under which the list shows exactly the rows a number of a figure counts. */
export function filterOf(scope: FigureScope, part: keyof Figure, today: LocalDate): RowsFilter {
  const { period = ALL_TIME, ...rest } = scope;
  const state: RowState = part === "planned" ? "due" : part;
  const to = part === "planned" && today < period.to ? today : period.to;
  return {
    ...rest,
    state,
    ...(period.from === ALL_TIME.from ? {} : { from: period.from }),
    ...(to === ALL_TIME.to ? {} : { to }),
  };
}

/** A filter as words of an address, in a fixed order. */
export function searchOf(filter: Partial<RowsFilter>): string {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("&");
}

/** Where a number of a figure leads. */
export function rowsLink(scope: FigureScope, part: keyof Figure, today: LocalDate): string {
  return `/progress/rows?${searchOf(filterOf(scope, part, today))}`;
}

/** Where a number of outcomes leads: read on the same day, of the same due days. */
export function outcomeLink(scope: FigureScope, outcome: OutcomePart | undefined, on: LocalDate): string {
  const { period, ...rest } = scope;
  return listLink({ ...rest, outcome, on, ...(period ? { from: period.from, to: period.to } : {}) });
}

/** The list under a filter of its own. */
export function listLink(filter: Partial<RowsFilter>): string {
  return `/progress/rows?${searchOf(filter)}`;
}
