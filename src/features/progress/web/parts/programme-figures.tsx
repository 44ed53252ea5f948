import { useQuery } from "@tanstack/react-query";
import type { SlotFacts } from "#web/slot.tsx";
import type { ProgrammeFigures } from "../../model/contract.ts";
import { factPercent, planPercent } from "../../model/percent.ts";
import { askAgain, nearestOf } from "../../model/planning.ts";
import type { FigureScope } from "../../model/rows-link.ts";
import { figuresOf } from "../queries.ts";
import { FigureLink } from "./figure-link.tsx";
import { GoingBar, GoingCells } from "./going.tsx";
import "./programme-figures.css";

function useFigures(territoryId: string) {
  return useQuery({
    ...figuresOf(territoryId),
    refetchInterval: ({ state }) => askAgain(nearestOf(state.data?.items ?? [])),
  });
}

/**
 * In the head of a programme: «Выполнено 58 %, по плану 61 %» and the bar. Where the reader sees only a part these are bare numbers of all
 * bearers, said so, with the reader's own under them: the list of programmes counts only these.
 */
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
        {item.isWhole ? "Выполнено" : "Всеми выполнено"}{" "}
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
        {!item.isWhole && <Own item={item} scope={scope} today={data.today} />}
      </dd>
    </div>
  );
}

interface OwnProps {
  readonly item: ProgrammeFigures;
  readonly scope: FigureScope;
  readonly today: string;
}

/** «Ваши отчёты: 48 %, 10 из 21»: what the reader answers for, opening into its rows. */
function Own({ item: { seen }, scope, today }: OwnProps) {
  const own = factPercent(seen);
  if (own === null) return undefined;
  return (
    <div className="sm own">
      Ваши отчёты: <b>{own}&nbsp;%</b>,{" "}
      <FigureLink scope={scope} part="accepted" today={today}>
        {seen.accepted}
      </FigureLink>{" "}
      из{" "}
      <FigureLink scope={scope} part="due" today={today}>
        {seen.due}
      </FigureLink>
    </div>
  );
}

/** Heads of the four figures in a table of programmes: of all reports, or of the reader's own where these are all they see. */
export function FigureHeads({ territoryId = "" }: SlotFacts) {
  const { data } = useFigures(territoryId);
  const isOwn = data?.items.some(({ isWhole }) => !isWhole) ?? false;
  return (
    <>
      <th className="n">Факт</th>
      <th className="n">План</th>
      <th className="n">{isOwn ? "Ваших отчётов" : "Отчётов"}</th>
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
  return (
    <GoingCells
      figure={item.seen}
      scope={{ territoryId, programmeId }}
      today={data.today}
      counts={item.isWhole ? "отчётов" : "ваших отчётов"}
    />
  );
}
