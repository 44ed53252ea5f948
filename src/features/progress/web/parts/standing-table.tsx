import { Link } from "react-router";
import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Figure } from "../../model/figure.ts";
import { listLink, type FigureScope } from "../../model/rows-link.ts";
import type { Standing } from "../../model/standing.ts";
import { FigureLink } from "./figure-link.tsx";
import { BAR_HEAD, GoingFigure } from "./going.tsx";
import { RowsLink } from "./rows-link.tsx";
import "../pages/today.css";

export interface StandingTableProps {
  readonly standing: Standing;
  readonly scope: FigureScope;
}

/** How one organisation goes in each programme, each number leading to its rows. */
export function StandingTable({ standing: { today, total, opensTotal, items }, scope }: StandingTableProps) {
  return (
    <DataTable label="По программам" className="stack programmes-going standing">
      <thead>
        <tr>
          <th>Программа</th>
          <th>{BAR_HEAD}</th>
          <th className="n">Принято</th>
          <th className="n">На проверке</th>
          <th className="n">Вернули</th>
          <th className="n">Просрочено</th>
          <th className="n">Впереди</th>
          <th className="n">Всего</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="wide">
              <Link className="nm" to={`/programmes/${scope.territoryId}/${item.id}`}>
                {typeset(item.title)}
              </Link>
            </td>
            <td className="pb">
              <GoingFigure figure={item.figure} />
            </td>
            <Cells figure={item.figure} scope={{ ...scope, programmeId: item.id }} today={today} name={item.title} />
          </tr>
        ))}
      </tbody>
      {items.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" className="wide">
              Всего
            </th>
            <td className="pb">
              <GoingFigure figure={total} />
            </td>
            <Cells figure={total} scope={scope} today={today} name="Всего" opens={opensTotal} />
          </tr>
        </tfoot>
      )}
    </DataTable>
  );
}

const PARTS = [
  ["accepted", "принято"],
  ["submitted", "на проверке"],
  ["returned", "вернули"],
  ["late", "просрочено"],
] as const;

interface CellsProps {
  readonly figure: Figure;
  readonly scope: FigureScope;
  readonly today: string;
  readonly name: string;
  /** false for a total that is not of the whole list */
  readonly opens?: boolean;
}

function Cells({ figure, scope, today, name, opens = true }: CellsProps) {
  const number = (part: keyof Figure, words: string) => {
    const value = figure[part];
    if (value === 0) return <span className="q">–</span>;
    return opens ? (
      <FigureLink
        scope={scope}
        part={part}
        today={today}
        label={`${name}: ${words} ${value}`}
        {...(part === "late" ? { className: "late" } : {})}
      >
        {value}
      </FigureLink>
    ) : (
      <span className={part === "late" ? "late" : undefined}>{value}</span>
    );
  };
  const coming = figure.soon + figure.ahead;
  const ahead = `${name}: впереди ${coming}`;
  return (
    <>
      {PARTS.map(([part, words]) => (
        <td className="n" data-label={words} key={part}>
          {number(part, words)}
        </td>
      ))}
      <td className="n" data-label="впереди">
        {coming === 0 ? (
          <span className="q">–</span>
        ) : opens ? (
          <RowsLink className="fig" to={listLink({ ...scope, state: "coming" })} aria-label={ahead}>
            {coming}
          </RowsLink>
        ) : (
          coming
        )}
      </td>
      <td className="n" data-label="всего">
        {number("due", "всего")}
      </td>
    </>
  );
}
