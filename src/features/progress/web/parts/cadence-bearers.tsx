import { Link, useSearchParams } from "react-router";
import { localDate } from "#shared/local-date.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { byGaps, keptBy } from "../../model/cadence-bearers.ts";
import { amountOf, type OutcomePart } from "../../model/outcome.ts";
import { outcomeLink } from "../../model/rows-link.ts";
import type { CadenceProps } from "./cadence-table.tsx";
import { periodScope } from "./figure-link.tsx";
import { percent } from "./summary-totals.tsx";
import { RowsLink } from "./rows-link.tsx";

/** Everyone who answers for what recurs: how many of their terms were kept; those with most gaps first. A name shows their measures. */
export function CadenceBearers({ cadence, scope }: CadenceProps) {
  const [params] = useSearchParams();
  const narrowed = (key: string) => {
    const next = new URLSearchParams(params);
    next.set("bearer", key);
    next.delete("by");
    return `?${next}`;
  };
  return (
    <DataTable label="Регулярность по исполнителям" className="kept-bearers stack">
      <thead>
        <tr>
          <th scope="col">Исполнитель</th>
          <th scope="col" className="n">
            Соблюдено
          </th>
          <th scope="col" className="n">
            Из них позже срока
          </th>
          <th scope="col" className="n">
            Доля
          </th>
          <th scope="col" className="n">
            На проверке
          </th>
          <th scope="col" className="n">
            Вернули
          </th>
          <th scope="col" className="n">
            Просрочено
          </th>
        </tr>
      </thead>
      <tbody>
        {byGaps(cadence.bearers).map(({ key, name, counts }) => {
          const of = { ...scope, bearer: key, recurring: "yes" as const, ...periodScope(cadence.span) };
          const { judged, percent: share } = keptBy(counts);
          const figure = (part: OutcomePart, className?: string) =>
            amountOf(counts, part) === 0 ? (
              <span className="q">–</span>
            ) : (
              <RowsLink className={`fig ${className ?? ""}`} to={outcomeLink(of, part, localDate(cadence.today))}>
                {amountOf(counts, part)}
              </RowsLink>
            );
          return (
            <tr key={key} className="hover">
              <th scope="row">
                <Link to={narrowed(key)}>{typeset(name)}</Link>
              </th>
              <td className="n nw" data-label="соблюдено">
                {judged === 0 ? (
                  <span className="q">судить рано</span>
                ) : (
                  <>
                    {figure("done")} из {judged}
                  </>
                )}
              </td>
              <td className="n" data-label="из них позже срока">
                {figure("doneLate")}
              </td>
              <td className="n" data-label="доля">
                <b>{percent(share)}</b>
              </td>
              <td className="n" data-label="на проверке">
                {figure("submitted")}
              </td>
              <td className="n" data-label="вернули">
                {figure("returned")}
              </td>
              <td className="n" data-label="просрочено">
                {figure("late", "late")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
