import type { PartiesReading } from "./party.ts";

/** A reading in one line of notation, for the corpus: «assignee УО; participant ОО (agreement)». */
export function tellParties({ parties }: PartiesReading): string {
  return parties.map(({ name, part, byAgreement }) => `${part} ${name}${byAgreement ? " (agreement)" : ""}`).join("; ");
}
