import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { weekdayDateInWords } from "#domain/russian/dates.ts";
import { plural } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RegionHome } from "../../model/contract.ts";
import { factPercent } from "../../model/percent.ts";
import { FigureLink, periodScope } from "../parts/figure-link.tsx";
import { BAR_HEAD, GoingBar, GoingCells } from "../parts/going.tsx";
import "./today.css";

/** Municipalities of the region side by side, by the same figures as their own homes. */
export default function RegionPage() {
  const { current, clock } = useMe();
  const { territoryId } = current;
  const region = useQuery({
    queryKey: ["progress", "region", territoryId],
    queryFn: ({ signal }) => request<RegionHome>("/api/progress/region", { query: { territoryId }, signal }),
  });
  return (
    <Loaded query={region} skeleton={<PageSkeleton />}>
      {(data) => (
        <>
          <PageHeader title={sentence(data)} kicker={weekdayDateInWords(localDate(clock.today))} size="sentence" />
          {data.territories.length === 0 ? (
            <EmptyState title="В регионе пока нет муниципалитетов" />
          ) : (
            <Municipalities territories={data.territories} />
          )}
        </>
      )}
    </Loaded>
  );
}

function sentence({ territories }: RegionHome): string {
  const late = territories.filter((territory) => territory.lateBearers > 0).length;
  if (late === 0) return "Ни в одном муниципалитете нет просрочек";
  return `Просрочки в ${late} из ${territories.length} ${plural(territories.length, ["муниципалитета", "муниципалитетов", "муниципалитетов"])}`;
}

function Municipalities({ territories }: Pick<RegionHome, "territories">) {
  return (
    <DataTable label="Муниципалитеты" className="stack programmes-going region">
      <thead>
        <tr>
          <th>Муниципалитет</th>
          <th className="n">Программ</th>
          <th className="n">План месяца</th>
          <th>{BAR_HEAD}</th>
          <th className="n">Факт</th>
          <th className="n">План</th>
          <th className="n">Отчётов</th>
          <th className="n">Просрочено</th>
          <th className="n">Кто просрочил</th>
        </tr>
      </thead>
      <tbody>
        {territories.map((territory) => {
          const month = factPercent(territory.monthFigure);
          const scope = { territoryId: territory.id };
          return (
            <tr key={territory.id}>
              <td className="wide">
                <Link className="nm" to={`/today?territoryId=${territory.id}`}>
                  {typeset(territory.name)}
                </Link>
              </td>
              <td className="n" data-label="программ">
                {territory.programmes === 0 ? (
                  <span className="q">–</span>
                ) : (
                  <Link className="fig" to={`/today?territoryId=${territory.id}`}>
                    {territory.programmes}
                  </Link>
                )}
              </td>
              <td className="n" data-label="план месяца">
                {month === null ? (
                  <span className="q">–</span>
                ) : (
                  <FigureLink scope={{ ...scope, ...periodScope(territory.month) }} part="due" today={territory.today}>
                    {month}&nbsp;%
                  </FigureLink>
                )}
              </td>
              <td className="pb">
                <GoingBar figure={territory.figure} />
              </td>
              <GoingCells figure={territory.figure} scope={scope} today={territory.today} />
              <td className="n" data-label="кто просрочил">
                {territory.lateBearers === 0 ? (
                  <span className="q">никто</span>
                ) : (
                  <Link className="fig" to={`/progress/late?territoryId=${territory.id}`}>
                    {territory.lateBearers} из {territory.bearers}
                  </Link>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
