import { Link } from "react-router";
import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ProgrammeFigures } from "../../model/contract.ts";
import { BAR_HEAD, GoingBar, GoingCells } from "./going.tsx";

export interface ProgrammesTableProps {
  readonly territoryId: string;
  readonly today: string;
  readonly items: readonly ProgrammeFigures[];
}

/** How programmes go: the bar is fact, the upright is plan. */
export function ProgrammesTable({ territoryId, today, items }: ProgrammesTableProps) {
  return (
    <DataTable label="Программы" className="stack programmes-going">
      <thead>
        <tr>
          <th>Название</th>
          <th>Годы</th>
          <th>{BAR_HEAD}</th>
          <th className="n">Факт</th>
          <th className="n">План</th>
          <th className="n">Отчётов</th>
          <th className="n">Просрочено</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="wide">
              <Link className="nm" to={`/programmes/${territoryId}/${item.id}/execution`}>
                {typeset(item.title)}
              </Link>
            </td>
            <td className="q nw">{yearsOf(item)}</td>
            <td className="pb">
              <GoingBar figure={item.seen} />
            </td>
            <GoingCells figure={item.seen} scope={{ territoryId, programmeId: item.id }} today={today} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function yearsOf({ startsOn, endsOn }: ProgrammeFigures): string {
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
