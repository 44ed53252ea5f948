import { partsOf } from "#shared/local-date.ts";
import type { ImportSettings } from "./contract.ts";

/** The years of a programme as columns of a plan name them: «2025», or «2025-2026» where they are school years. */
export function programmeYears({
  startsOn,
  endsOn,
  yearKind,
}: Pick<ImportSettings, "startsOn" | "endsOn" | "yearKind">): string[] {
  const [first, last] = [partsOf(startsOn).year, partsOf(endsOn).year];
  const count = yearKind === "school" ? Math.max(1, last - first) : last - first + 1;
  return Array.from({ length: Math.min(count, 12) }, (_, at) =>
    yearKind === "school" ? `${first + at}-${first + at + 1}` : String(first + at),
  );
}
