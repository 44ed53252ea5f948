import type { RedactionMeasure } from "./redaction-document.ts";
import { plannedYearsOf } from "./schedule.ts";

/** Whether a new redaction changes who owes what by when: only then do its days count anew from the day of the order. */
export function changesDuties(before: RedactionMeasure, after: RedactionMeasure): boolean {
  return dutiesOf(before) !== dutiesOf(after);
}

function dutiesOf({ cadence, accountMoments, reporting, parties, plannedValues }: RedactionMeasure): string {
  const bearers = parties.map(({ part, audience }) => [part, audience]);
  return JSON.stringify([cadence, accountMoments, reporting, bearers, plannedYearsOf(plannedValues)]);
}
