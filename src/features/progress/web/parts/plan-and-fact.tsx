import { printNumber } from "#domain/russian/plural.ts";
import { localDate, schoolYearOf } from "#shared/local-date.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { AGGREGATION_NAME } from "#features/programmes/model/words.ts";
import type { MeasureProgress } from "../../model/contract.ts";
import { yearName } from "#features/programmes/model/occurrence-words.ts";
import { yearDirection } from "../../model/direction.ts";
import { listLink } from "../../model/rows-link.ts";
import { DirectionMark } from "./direction-mark.tsx";
import { RowsLink } from "./rows-link.tsx";

type Value = MeasureProgress["values"][number];

/** Planned against actual of each planned value, by year and in total; a fact leads to the accepted reports it was counted from. */
export function PlanAndFact({ data }: { readonly data: MeasureProgress }) {
  const years = [...new Set(data.values.flatMap((value) => value.years.map(({ year }) => year)))].sort((a, b) => a - b);
  if (years.length === 0) return undefined;
  // years that each promise the same come to no sum: a total would look like a mistake
  const hasTotal = data.values.some(isTotalled);
  return (
    <section className="sec progress-page">
      <h2>План и факт</h2>
      <DataTable label="План и факт по годам" className="plan-fact stack">
        <thead>
          <tr>
            <th>Значение</th>
            {years.map((year) => (
              <th key={year} className="n">
                {yearName(year, data.yearKind)}: план / факт
              </th>
            ))}
            {hasTotal && <th className="n">Всего: план / факт</th>}
          </tr>
        </thead>
        <tbody>
          {data.values.map((value) => (
            <tr key={value.id}>
              <th scope="row">
                {typeset([value.label, value.subGroup].filter(Boolean).join(", ")) || "Значение"}
                <div className="sm q">{AGGREGATION_NAME[value.aggregation]}</div>
              </th>
              {years.map((year) => (
                <td key={year} className="n" data-label={yearName(year, data.yearKind)}>
                  <OfYear value={value} year={year} data={data} />
                </td>
              ))}
              {hasTotal && (
                <td className="n" data-label="всего">
                  {isTotalled(value) ? <Total value={value} /> : <span className="q">–</span>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

const isTotalled = ({ aggregation }: Value) => aggregation === "sum";

function Total({ value: { total, unit } }: { readonly value: Value }) {
  return (
    <>
      <span className="q">{total.text || amount(total.plan, unit)}</span> / <b>{amount(total.fact, unit)}</b>
    </>
  );
}

interface OfYearProps {
  readonly value: Value;
  readonly year: number;
  readonly data: MeasureProgress;
}

function OfYear({ value, year, data }: OfYearProps) {
  const found = value.years.find((each) => each.year === year);
  if (!found) return <span className="q">–</span>;
  const { territoryId, measureId } = data;
  const thisYear = data.yearKind === "school" ? schoolYearOf(localDate(data.today)) : Number(data.today.slice(0, 4));
  const went = yearDirection(value.years, year, thisYear, (one) => yearName(one, data.yearKind));
  const fact = <b>{amount(found.fact, value.unit)}</b>;
  const plan = <span className="q">{found.planText || amount(found.plan, value.unit)}</span>;
  const done =
    found.fact === null ? (
      fact
    ) : (
      <RowsLink className="fig" to={listLink({ territoryId, measureId, year, state: "accepted" })}>
        {fact}
      </RowsLink>
    );
  return (
    <>
      {plan} / {found.isReached === false && year >= thisYear && value.unit === "count" && "пока "}
      {done}
      {found.denominator !== null && (
        <div className="sm q">
          {printNumber(found.numerator ?? 0)} из {printNumber(found.denominator)}
        </div>
      )}
      {found.isReached === true && <div className="sm accepted">план выполнен</div>}
      {went && (
        <div className="sm">
          <DirectionMark direction={went.direction}>{typeset(went.words)}</DirectionMark>
        </div>
      )}
    </>
  );
}

function amount(value: number | null, unit: Value["unit"]): string {
  if (value === null) return "–";
  return `${printNumber(Math.round(value * 100) / 100)}${unit === "percent" ? "\u00A0%" : ""}`;
}
