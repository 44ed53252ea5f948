import { counted } from "#domain/russian/plural.ts";
import type { SheetReport, SheetReportRow } from "#features/places/model/sheet.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";

/** state, before the writing, after it */
const OUTCOME = {
  added: ["submitted", "добавится", "добавлено"],
  updated: ["soon", "обновится", "обновлено"],
  unchanged: ["ahead", "без изменений", "без изменений"],
  refused: ["late", "не загрузится", "не загружено"],
} as const;

const OUTCOMES = ["added", "updated", "unchanged", "refused"] as const;

const ROWS: readonly [string, string, string] = ["строка", "строки", "строк"];

/** What each row of a sheet would do, or has done; the refused ones first. */
export function SheetReportTable({ report, done }: { readonly report: SheetReport; readonly done: boolean }) {
  const [outcome] = useAddressValue("outcome", "all");
  const { totals } = report;
  const said = done ? 2 : 1;
  const shown = report.report
    .filter((row) => outcome === "all" || row.outcome === outcome)
    .sort((one, other) => Number(other.outcome === "refused") - Number(one.outcome === "refused"));
  return (
    <>
      <p className="totals">
        {OUTCOMES.filter((one) => totals[one] > 0).map((one) => (
          <StateMark key={one} state={OUTCOME[one][0]}>
            {OUTCOME[one][said]}: {counted(totals[one], ROWS)}
          </StateMark>
        ))}
      </p>
      <Filters>
        <FilterWord
          name="outcome"
          label="Строки"
          options={[
            { value: "all", label: "все" },
            ...OUTCOMES.map((value) => ({ value, label: OUTCOME[value][said] })),
          ]}
        />
      </Filters>
      <DataTable label="Отчёт по строкам" className="stack">
        <thead>
          <tr>
            <th className="n">Строка</th>
            <th>Кто или что</th>
            <th>{done ? "Что вышло" : "Что будет"}</th>
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
                <StateMark state={OUTCOME[row.outcome][0]}>{OUTCOME[row.outcome][said]}</StateMark>
              </td>
              <td className="wide m">
                <Detail row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function Detail({ row }: { readonly row: SheetReportRow }) {
  if (row.problems.length > 0)
    return row.problems.map(({ cell, text }) => (
      <p key={cell}>
        Ячейка {cell}. {typeset(text)}
      </p>
    ));
  return row.changes
    .map(({ field, before, after }) => (before ? `${field}: ${before} → ${after}` : `${field}: ${after}`))
    .join("; ");
}
