import { useQuery } from "@tanstack/react-query";
import type { SlotFacts } from "#web/slot.tsx";
import { request } from "#web/api/request.ts";
import type { ProgrammeFiguresList } from "../../model/contract.ts";
import { factPercent, planPercent } from "../../model/percent.ts";
import { askAgain, nearestOf } from "../../model/planning.ts";
import { FigureLink } from "./figure-link.tsx";
import { GoingBar, GoingCells } from "./going.tsx";
import "./programme-figures.css";

function useFigures(territoryId: string) {
  return useQuery({
    queryKey: ["progress", "programmes", territoryId],
    queryFn: ({ signal }) =>
      request<ProgrammeFiguresList>("/api/progress/programmes", { query: { territoryId }, signal }),
    refetchInterval: ({ state }) => askAgain(nearestOf(state.data?.items ?? [])),
  });
}

/** In the head of a programme: «Выполнено 58 %, по плану 61 %» and the bar. Bare numbers where the reader sees only a part. */
export function ProgrammeHead({ territoryId = "", programmeId = "" }: SlotFacts) {
  const { data } = useFigures(territoryId);
  const item = data?.items.find(({ id }) => id === programmeId);
  if (!data || !item) return undefined;
  const [fact, plan] = [factPercent(item.total), planPercent(item.total)];
  if (fact === null)
    return item.planning === "none" ? undefined : (
      <div className="programme-going">
        <dt>Выполнено</dt>
        <dd>
          <output>сроки рассчитываются…</output>
        </dd>
      </div>
    );
  const scope = { territoryId, programmeId };
  return (
    <div className="programme-going">
      <dt>
        Выполнено{" "}
        <b>
          {item.isWhole ? (
            <FigureLink scope={scope} part="accepted" today={data.today}>
              {fact}&nbsp;%
            </FigureLink>
          ) : (
            <>{fact}&nbsp;%</>
          )}
        </b>
        , по&nbsp;плану {plan}&nbsp;%
      </dt>
      <dd>
        <GoingBar figure={item.total} />
      </dd>
    </div>
  );
}

/** Heads of the four figures in a table of programmes. */
export function FigureHeads() {
  return (
    <>
      <th className="n">Факт</th>
      <th className="n">План</th>
      <th className="n">Отчётов</th>
      <th className="n">Просрочено</th>
    </>
  );
}

/** The four figures of one programme, of what the reader sees of it. */
export function FigureCells({ territoryId = "", programmeId = "" }: SlotFacts) {
  const { data } = useFigures(territoryId);
  const item = data?.items.find(({ id }) => id === programmeId);
  if (!data || !item)
    return (
      <td className="n only-desktop" colSpan={4}>
        <span className="q">–</span>
      </td>
    );
  return <GoingCells figure={item.seen} scope={{ territoryId, programmeId }} today={data.today} />;
}
