import { Link } from "react-router";
import { dateInWords, dueInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import { STATE_WORD } from "#features/obligations/model/text.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { MeasureProgress } from "../../model/contract.ts";

/** Bearers by occurrences: each state leads to its report, to the form, or to the obligation in the list. */
export function MeasureMatrix({ data }: { readonly data: MeasureProgress }) {
  return (
    <DataTable label="Исполнение по организациям и срокам" className="measure-matrix">
      <thead>
        <tr>
          <th>Исполнитель</th>
          {data.occurrences.map((occurrence) => (
            <th key={occurrence.key}>
              {typeset(occurrence.words)}
              <div className="q">
                принято {occurrence.figure.accepted} из {occurrence.figure.due}
              </div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.bearers.map((bearer) => (
          <tr key={bearer.key}>
            <th scope="row">{typeset(bearer.name)}</th>
            {data.occurrences.map((occurrence) => {
              const row = bearer.obligations.find((each) => each.occurrenceKey === occurrence.key);
              return (
                <td key={occurrence.key}>
                  {row ? <Standing row={row} today={data.today} /> : <span className="q">–</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Standing({ row, today }: { readonly row: ObligationRow; readonly today: string }) {
  const words = row.state === "late" ? dueInWords(localDate(row.dueOn), localDate(today)) : STATE_WORD[row.state];
  const mark = (
    <StateMark state={row.state} size={10}>
      {words}
    </StateMark>
  );
  const to = linkOf(row);
  return (
    <>
      {to ? <Link to={to}>{mark}</Link> : mark}
      {row.dueMoved && <div className="sm q">перенесено на {dateInWords(localDate(row.dueOn))}</div>}
    </>
  );
}

function linkOf(row: ObligationRow): string | undefined {
  if (row.report && row.report.state !== "draft") return `/reports/${row.territoryId}/${row.report.id}`;
  return row.can.report ? `/todo/${row.territoryId}/${row.id}` : undefined;
}
