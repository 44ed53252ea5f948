import type { District } from "./district.ts";
import type { DraftedRow } from "./roadmaps.ts";

/**
 * Whether a measure comes due and nobody here would report it: its column of executors is empty, or whoever it names is outside the
 * district or not there on the day of the review. While a name is still asked about, nothing is said.
 */
export function isUnreported({ source, measure }: DraftedRow, district: District): boolean {
  if (source.isGroup || measure.cadence.every(({ kind }) => kind === "on-demand")) return false;
  const owing = measure.parties.filter(({ part }) => part !== "participant");
  return owing.every(({ audience }) => audience !== null && district.bearers(audience).length === 0);
}
