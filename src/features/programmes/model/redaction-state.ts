import type { LocalDate } from "#shared/local-date.ts";
import type { RedactionState } from "./redaction-seen.ts";

interface Standing {
  readonly id: string;
  readonly number: number;
  readonly effectiveOn: LocalDate;
  readonly withdrawn: boolean;
}

/** The redaction in force on a day: the latest of those that have taken effect; before the first day, the first. */
export function inForceOn<Redaction extends Standing>(
  redactions: readonly Redaction[],
  day: LocalDate,
): Redaction | undefined {
  const standing = redactions.filter(({ withdrawn }) => !withdrawn).sort((one, other) => one.number - other.number);
  return standing.filter(({ effectiveOn }) => effectiveOn <= day).at(-1) ?? standing[0];
}

/** How one of the redactions stands on a day. */
export function stateOn(redaction: Standing, redactions: readonly Standing[], day: LocalDate): RedactionState {
  if (redaction.withdrawn) return "withdrawn";
  const inForce = inForceOn(redactions, day);
  if (inForce?.id === redaction.id) return "inForce";
  return redaction.number > (inForce?.number ?? 0) ? "ahead" : "past";
}
