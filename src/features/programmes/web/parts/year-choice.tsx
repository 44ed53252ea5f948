import { useAddressValue } from "#web/ui/address-value.ts";
import { Segmented } from "#web/ui/segmented.tsx";
import type { ProgrammeTable } from "../../model/seen.ts";
import { yearName } from "../../model/occurrence-words.ts";

const SHOWN = 3;

/** The years with columns: all of a short programme, three around the chosen or current one of a long one; none where nothing is planned. */
export function shownYears(table: ProgrammeTable, chosen: string): readonly number[] {
  const planned = table.roadmaps.some((roadmap) =>
    roadmap.measures.some((measure) => measure.plannedValues.some((value) => value.years.length > 0)),
  );
  if (!planned && !table.facts) return [];
  const { years } = table;
  if (years.length <= SHOWN) return years;
  const middle = years.indexOf(Number(chosen) || table.currentYear);
  const from = Math.min(Math.max(0, middle - 1), years.length - SHOWN);
  return years.slice(from, from + SHOWN);
}

/** Which years of a long programme are shown. */
export function YearChoice({
  table,
  yearKind,
}: {
  readonly table: ProgrammeTable;
  readonly yearKind: "calendar" | "school";
}) {
  const fallback = table.years.includes(table.currentYear) ? table.currentYear : table.years[0];
  const [year, setYear] = useAddressValue("year", String(fallback ?? ""));
  if (table.years.length <= SHOWN || shownYears(table, year).length === 0) return undefined;
  return (
    <Segmented
      label="Годы"
      value={year}
      onChange={setYear}
      options={table.years.map((each) => ({ value: String(each), label: yearName(each, yearKind) }))}
    />
  );
}
