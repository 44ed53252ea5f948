import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { MarkState } from "#web/ui/shape.tsx";
import type { Figure } from "../../model/figure.ts";
import type { FigureScope } from "../../model/rows-link.ts";
import type { Watched } from "../../model/watch.ts";
import { useKeepsWatch, watchQuery } from "../watch-query.ts";
import { FigureLink } from "./figure-link.tsx";
import { useSetWatch } from "./watch-button.tsx";

/** «На контроле»: what the person keeps an eye on, the worst first; nothing while the list is empty. */
export function WatchedTable({ territoryId }: { readonly territoryId: string }) {
  const keeps = useKeepsWatch(territoryId);
  const list = useQuery({ ...watchQuery(territoryId), enabled: keeps });
  const set = useSetWatch();
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  const { today } = list.data!;
  return (
    <section className="watched">
      <SectionTitle count={items.length}>На контроле</SectionTitle>
      <DataTable label="На контроле" className="stack">
        <thead>
          <tr>
            <th>Что</th>
            <th className="n">Просрочено</th>
            <th className="n">Подходит срок</th>
            <th className="n">На проверке</th>
            <th className="n">Принято</th>
            <th>
              <span className="visually-hidden">Действие</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.kind} ${item.id}`}>
              <td className="wide">
                <Link className="strong" to={pageOf(territoryId, item)}>
                  {typeset(item.name)}
                </Link>
              </td>
              <Amount item={item} part="late" label="просрочено" {...{ territoryId, today }} />
              <Amount item={item} part="soon" label="подходит срок" {...{ territoryId, today }} />
              <Amount item={item} part="submitted" label="на проверке" {...{ territoryId, today }} />
              <td className="n nw" data-label="принято">
                {item.figure.due === 0 ? (
                  <span className="q">–</span>
                ) : (
                  <FigureLink scope={scopeOf(territoryId, item)} part="accepted" today={today}>
                    {typeset(`${item.figure.accepted} из ${item.figure.due}`)}
                  </FigureLink>
                )}
              </td>
              <td className="n end">
                <Button
                  kind="ghost"
                  size="small"
                  busy={set.isPending}
                  aria-label={`Снять с контроля: ${item.name}`}
                  onClick={() => set.mutate({ territoryId, kind: item.kind, id: item.id, watched: false })}
                >
                  Снять
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

interface AmountProps {
  readonly territoryId: string;
  readonly today: string;
  readonly item: Watched;
  readonly part: "late" | "soon" | "submitted";
  readonly label: string;
}

function Amount({ territoryId, today, item, part, label }: AmountProps) {
  const amount = item.figure[part];
  return (
    <td className="n" data-label={label}>
      {amount === 0 ? (
        <span className="q">нет</span>
      ) : (
        <StateMark state={part satisfies MarkState} size={10}>
          <FigureLink
            scope={scopeOf(territoryId, item)}
            part={part satisfies keyof Figure}
            today={today}
            className={part}
          >
            {amount}
          </FigureLink>
        </StateMark>
      )}
    </td>
  );
}

function scopeOf(territoryId: string, { kind, id }: Watched): FigureScope {
  if (kind === "organisation") return { territoryId, organisationId: id };
  return kind === "programme" ? { territoryId, programmeId: id } : { territoryId, measureId: id };
}

function pageOf(territoryId: string, { kind, id, programmeId }: Watched): string {
  if (kind === "organisation") return `/organisations/${id}`;
  return kind === "programme"
    ? `/programmes/${territoryId}/${id}/execution`
    : `/programmes/${territoryId}/${programmeId}/measures/${id}`;
}
