import { useRef } from "react";
import { Link } from "react-router";
import { monthInWords } from "#domain/russian/dates.ts";
import { monthWord } from "#domain/russian/month-words.ts";
import { localDate } from "#shared/local-date.ts";
import { Shape } from "#web/ui/shape.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { PeriodSeen } from "../../model/contract.ts";
import type { Execution } from "../../model/execution.ts";
import type { Figure } from "../../model/figure.ts";
import { heatCell, heatInWords } from "../../model/heat.ts";
import { listLink, type FigureScope } from "../../model/rows-link.ts";
import { FigureLink, periodScope } from "./figure-link.tsx";
import { useNarrowing } from "./narrowed-map.tsx";
import { useChartKeys } from "./use-chart-keys.ts";
import "./heat-map.css";
import { RowsLink } from "./rows-link.tsx";

export interface HeatMapProps {
  readonly map: Execution;
  readonly territoryId: string;
  readonly programmeId: string;
}

/**
 * Bearers, or the sections of one, by months as a real table: a state and its number in each cell, which opens the obligations it counts.
 * A name narrows the table to what is inside it. Cells are one stop of the Tab key, arrows lead from one to the next.
 */
export function HeatMap({ map, territoryId, programmeId }: HeatMapProps) {
  const table = useRef<HTMLTableElement>(null);
  const keys = useChartKeys(table);
  const address = useNarrowing();
  const scope: FigureScope = {
    territoryId,
    programmeId,
    ...(map.section ? { sectionId: map.section.id } : {}),
    ...(map.bearer ? { bearer: map.bearer.key } : {}),
  };
  const year = { from: map.months[0]!.from, to: map.months[11]!.to };
  return (
    <>
      {/* a region that scrolls must be reachable by keyboard */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section key={map.year} ref={openAtNow} className="hm-scroll" aria-label="Исполнение по месяцам" tabIndex={0}>
        {/* keys go from cell to cell: the table itself does nothing */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table ref={table} className="hm" {...keys}>
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{map.bearer ? "Раздел или мероприятие" : "Исполнитель"}</span>
              </th>
              {map.months.map((month) => (
                <th
                  key={month.key}
                  className={isNow(month, map.today) ? "now" : ""}
                  abbr={monthInWords(localDate(month.from))}
                >
                  {monthWord(Number(month.key.slice(5))).slice(0, 3)}
                </th>
              ))}
              <th className="sum">за год</th>
            </tr>
          </thead>
          <tbody>
            {map.rows.map((row) => {
              const own: FigureScope = { ...scope, [OF_ROW[row.kind]]: row.key };
              const inside =
                row.kind === "measure"
                  ? `/programmes/${territoryId}/${programmeId}/measures/${row.key}`
                  : address(row.kind === "section" ? { sectionId: row.key } : { bearer: row.key });
              return (
                <tr key={row.key}>
                  <th scope="row">
                    <Link to={inside} title={row.name}>
                      {typeset(row.name)}
                    </Link>
                  </th>
                  {row.cells.map((figure, at) => (
                    <Cell
                      key={map.months[at]!.key}
                      name={row.name}
                      month={map.months[at]!}
                      figure={figure}
                      scope={own}
                    />
                  ))}
                  <td className="sum">
                    <Done figure={row.total} scope={{ ...own, ...periodScope(year) }} today={map.today} />
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Принято</th>
              {map.foot.cells.map((figure, at) => {
                const month = map.months[at]!;
                return (
                  <td key={month.key}>
                    {figure.due === 0 ? (
                      "–"
                    ) : (
                      <FigureLink
                        scope={{ ...scope, ...periodScope(month) }}
                        part="due"
                        today={map.today}
                        label={`${monthInWords(localDate(month.from))}: принято ${figure.accepted} из ${figure.due}`}
                      >
                        {figure.accepted} из {figure.due}
                      </FigureLink>
                    )}
                  </td>
                );
              })}
              <td className="sum">
                <Done figure={map.foot.total} scope={{ ...scope, ...periodScope(year) }} today={map.today} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <Legend />
    </>
  );
}

/** What a row is in the words of a filter. */
const OF_ROW = { bearer: "bearer", section: "sectionId", measure: "measureId" } as const;

/** On a phone the year is wider than the screen: it opens with the month before today's at the edge of the names, no cell cut by it. */
function openAtNow(scroller: HTMLElement | null) {
  const now = scroller?.querySelector<HTMLElement>("th.now");
  const names = scroller?.querySelector<HTMLElement>("th");
  if (!scroller || !now || !names) return;
  const first = (now.previousElementSibling as HTMLElement | null) ?? now;
  scroller.scrollLeft = Math.max(0, first === names ? 0 : first.offsetLeft - names.offsetWidth - GAP);
}

/** Between the cells, pixels. */
const GAP = 2;

function isNow(month: PeriodSeen, today: string): boolean {
  return month.from <= today && today <= month.to;
}

function Done({
  figure,
  scope,
  today,
}: {
  readonly figure: Figure;
  readonly scope: FigureScope;
  readonly today: string;
}) {
  if (figure.due === 0) return <span className="q">–</span>;
  return (
    <>
      <FigureLink scope={scope} part="accepted" today={today}>
        {figure.accepted}
      </FigureLink>{" "}
      <span className="q">
        из{" "}
        <FigureLink scope={scope} part="due" today={today}>
          {figure.due}
        </FigureLink>
      </span>
    </>
  );
}

interface CellProps {
  readonly name: string;
  readonly month: PeriodSeen;
  readonly figure: Figure;
  readonly scope: FigureScope;
}

function Cell({ name, month, figure, scope }: CellProps) {
  const { state, text, isHeavy } = heatCell(figure);
  const words = heatInWords(name, monthInWords(localDate(month.from)), figure);
  if (!state)
    return (
      <td className="none">
        <span className="visually-hidden">{words}</span>
        <i aria-hidden="true" />
      </td>
    );
  const [own, ...rest] = text.split(" ");
  const span = { from: localDate(month.from), to: localDate(month.to) };
  return (
    <td className={`h-${state}${isHeavy ? " heavy" : ""}`}>
      <RowsLink to={listLink({ ...scope, ...span })} tabIndex={-1} data-words={words}>
        <span className="visually-hidden">{words} </span>
        {(state !== "ahead" || rest.length > 0) && <Shape state={state} size={10} />}
        <span>
          {own}
          {rest.length > 0 && <em> {rest.join(" ")}</em>}
        </span>
      </RowsLink>
    </td>
  );
}

const LEGEND = [
  ["late", "2 из 4", "просрочено"],
  ["returned", "", "вернули"],
  ["soon", "", "подходит срок"],
  ["submitted", "", "на проверке"],
  ["accepted", "", "всё принято"],
  ["ahead", "3", "впереди"],
  ["paused", "", "приостановлено"],
  ["notApplicable", "", "неприменимо"],
] as const;

function Legend() {
  return (
    <>
      <ul className="hm-legend" aria-label="Обозначения">
        {LEGEND.map(([state, text, words]) => (
          <li key={state}>
            <span className={`key h-${state}`}>
              {state !== "ahead" && <Shape state={state} size={10} />}
              {text}
            </span>
            {words}
          </li>
        ))}
      </ul>
      <p className="hm-note">
        {typeset(
          "«2 из 4» в клетке – столько отчётов в этом состоянии из всех за месяц. Справа и внизу – сколько отчётов принято.",
        )}
      </p>
    </>
  );
}
