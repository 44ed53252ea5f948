import { counted } from "#domain/russian/plural.ts";
import type { SheetReport, SheetReportRow } from "#features/places/model/sheet.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";

const OUTCOME = {
  added: ["submitted", "добавится"],
  updated: ["soon", "изменится"],
  unchanged: ["ahead", "без изменений"],
  refused: ["late", "не загрузится"],
} as const;

const ROWS: readonly [string, string, string] = ["строка", "строки", "строк"];

/** What each row of a sheet would do, or has done; the refused ones first. */
export function SheetReportTable({ report, done }: { readonly report: SheetReport; readonly done: boolean }) {
  const [outcome] = useAddressValue("outcome", "all");
  const { totals } = report;
  const shown = report.report
    .filter((row) => outcome === "all" || row.outcome === outcome)
    .sort((one, other) => Number(other.outcome === "refused") - Number(one.outcome === "refused"));
  return (
    <>
      <p className="totals">
        <StateMark state="submitted">
          {done ? "добавлено" : "добавится"}: {counted(totals.added, ROWS)}
        </StateMark>
        <StateMark state="soon">
          {done ? "изменено" : "изменится"}: {counted(totals.updated, ROWS)}
        </StateMark>
        <StateMark state="ahead">без изменений: {counted(totals.unchanged, ROWS)}</StateMark>
        <StateMark state={totals.refused > 0 ? "late" : "ahead"}>
          {done ? "не загружено" : "не загрузится"}: {counted(totals.refused, ROWS)}
        </StateMark>
      </p>
      <Filters>
        <FilterWord
          name="outcome"
          label="Строки"
          options={[
            { value: "all", label: "все" },
            ...Object.entries(OUTCOME).map(([value, [, label]]) => ({ value, label })),
          ]}
        />
      </Filters>
      <DataTable label="Отчёт по строкам" className="stack">
        <thead>
          <tr>
            <th className="n">Строка</th>
            <th>Кто или что</th>
            <th>Что будет</th>
            <th>Подробно</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.row}>
              <td className="n q" data-label="строка">
                {row.row}
              </td>
              <td className="wide">{row.title}</td>
              <td>
                <StateMark state={OUTCOME[row.outcome][0]}>{OUTCOME[row.outcome][1]}</StateMark>
              </td>
              <td className="wide m">{detailOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function detailOf(row: SheetReportRow): string {
  if (row.problem) return `Ячейка ${row.problem.cell}. ${row.problem.text}`;
  return row.changes
    .map(({ field, before, after }) => (before ? `${field}: ${before} → ${after}` : `${field}: ${after}`))
    .join("; ");
}
