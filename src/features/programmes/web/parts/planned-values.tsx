import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { plannedInTotal, plannedInYear } from "../../model/planned-text.ts";
import type { PlannedValueSeen } from "../../model/seen.ts";
import { AGGREGATION_NAME } from "../../model/words.ts";
import { yearName } from "../../model/occurrence-words.ts";

export interface PlannedValuesProps {
  readonly values: readonly PlannedValueSeen[];
  readonly years: readonly number[];
  readonly yearKind: "calendar" | "school";
}

/** The plan in numbers: total, each year, and how the years make the total. */
export function PlannedValues({ values, years, yearKind }: PlannedValuesProps) {
  return (
    <DataTable label="Плановые значения" className="stack planned">
      <thead>
        <tr>
          <th>Что считается</th>
          <th>Как считается</th>
          <th className="n">Всего</th>
          {years.map((year) => (
            <th key={year} className="n">
              {yearName(year, yearKind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <tr key={value.id}>
            <td className="wide">
              {typeset(value.label) || (value.unit === "percent" ? "Доля, %" : "Число")}
              {value.subGroup && <div className="meta">{typeset(value.subGroup)}</div>}
            </td>
            <td className="m">{AGGREGATION_NAME[value.aggregation]}</td>
            <td className="n" data-label="Всего">
              {plannedInTotal(value) || "–"}
            </td>
            {years.map((year) => (
              <td key={year} className="n" data-label={yearName(year, yearKind)}>
                {plannedInYear([value], year) || "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
