import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Figure } from "../../model/figure.ts";
import { rowsLink, searchOf, type FigureScope } from "../../model/rows-link.ts";
import type { Standing } from "../../model/standing.ts";
import { ExcelLink } from "../parts/excel-link.tsx";
import { FigureLink } from "../parts/figure-link.tsx";
import { GoingBar } from "../parts/going.tsx";
import { localDate } from "#shared/local-date.ts";
import "./today.css";

/** The organisation's own figures by programme: done, late, coming; each opens into its rows. */
export default function OwnStandingPage() {
  const { territoryId, organisationId } = useMe().current;
  const standing = useQuery({
    queryKey: ["progress", "standing", territoryId, organisationId],
    queryFn: ({ signal }) =>
      request<Standing>("/api/progress/standing", { query: { territoryId, organisationId }, signal }),
  });
  const scope = { territoryId, ...(organisationId && { organisationId }) };
  return (
    <Loaded query={standing} title="Сводка не открылась">
      {(data) =>
        data.items.length === 0 ? (
          <EmptyState title="Программ с вашими сроками пока нет">
            {typeset("Когда утвердят программу, в которой вы участвуете, здесь будет видно, что сдано и что впереди.")}
          </EmptyState>
        ) : (
          <>
            <p className="standing-lead">{typeset(leadOf(data.total))}</p>
            <Filters>
              <Link to={rowsLink(scope, "due", localDate(data.today))}>Все сроки списком</Link>
              <span className="r">
                <ExcelLink to={`/api/progress/rows.xlsx?${searchOf(scope)}`} />
                <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
                  Печать
                </Button>
              </span>
            </Filters>
            <StandingTable standing={data} scope={scope} />
          </>
        )
      }
    </Loaded>
  );
}

/** «Принято 12 отчётов из 30, 2 просрочены, 4 на проверке.» */
function leadOf({ accepted, due, late, submitted, returned }: Figure): string {
  const parts = [
    `Принято ${accepted} из ${counted(due, ["отчёта", "отчётов", "отчётов"])}`,
    ...(late > 0 ? [`просрочено ${late}`] : []),
    ...(submitted > 0 ? [`на проверке ${submitted}`] : []),
    ...(returned > 0 ? [`вернули ${returned}`] : []),
  ];
  return `${parts.join(", ")}.`;
}

function StandingTable({ standing, scope }: { readonly standing: Standing; readonly scope: FigureScope }) {
  const { today, total, items } = standing;
  return (
    <DataTable label="По программам" className="stack programmes-going">
      <thead>
        <tr>
          <th>Программа</th>
          <th>Ход: полоса — факт, черта — план</th>
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
              <GoingBar figure={item.figure} />
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
              <GoingBar figure={total} />
            </td>
            <Cells figure={total} scope={scope} today={today} name="Всего" opens={false} />
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
  /** false for a total whose programmes are not one filter */
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
  return (
    <>
      {PARTS.map(([part, words]) => (
        <td className="n" data-label={words} key={part}>
          {number(part, words)}
        </td>
      ))}
      <td className="n" data-label="впереди">
        {coming === 0 ? <span className="q">–</span> : coming}
      </td>
      <td className="n" data-label="всего">
        {number("due", "всего")}
      </td>
    </>
  );
}
