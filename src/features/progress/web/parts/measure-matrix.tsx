import { Link, useLocation } from "react-router";
import { dateInWords, dueInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import { answerLink, obligationAnchor } from "#features/obligations/model/links.ts";
import { STATE_WORD } from "#features/obligations/model/text.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { PhoneLink } from "#web/ui/phone-link.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { MeasureProgress } from "../../model/contract.ts";
import { listLink } from "../../model/rows-link.ts";
import { RowsLink } from "./rows-link.tsx";

/** Bearers by occurrences: each state leads to its report, to the form, or to the obligation in the list; beside a late one without a report stands the phone. What the address names is shown. */
export function MeasureMatrix({ data }: { readonly data: MeasureProgress }) {
  const { hash } = useLocation();
  const near = data.occurrences.find(({ dueOn }) => dueOn >= data.today) ?? data.occurrences.at(-1);
  return (
    <DataTable label="Исполнение по организациям и срокам" className="measure-matrix">
      <thead>
        <tr>
          <th>Исполнитель</th>
          {data.occurrences.map((occurrence) => (
            <th key={occurrence.key} ref={occurrence === near ? openHere : null}>
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
          <tr key={bearer.key} className={bearer.obligations.some((row) => isNamed(row, hash)) ? "named" : undefined}>
            <th scope="row">{typeset(bearer.name)}</th>
            {data.occurrences.map((occurrence) => {
              const row = bearer.obligations.find((each) => each.occurrenceKey === occurrence.key);
              return (
                <td
                  key={occurrence.key}
                  id={row && obligationAnchor(row)}
                  className={row && isNamed(row, hash) ? "here" : undefined}
                  ref={row && isNamed(row, hash) ? showHere : null}
                >
                  {row ? <Standing row={row} bearer={bearer} today={data.today} /> : <span className="q">–</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const isNamed = (row: ObligationRow, hash: string) => hash === `#${obligationAnchor(row)}`;

/** The page opened to show one of them: its line in the middle of the window, its term in sight. */
function showHere(cell: HTMLElement | null) {
  cell?.scrollIntoView({ block: "center", inline: "center" });
}

/** A row of terms longer than the screen opens at the term before the nearest one, at the edge of the names. */
function openHere(near: HTMLElement | null) {
  const scroller = near?.closest<HTMLElement>("section");
  const names = near?.parentElement?.firstElementChild as HTMLElement | null | undefined;
  if (!near || !scroller || !names) return;
  const first = near.previousElementSibling as HTMLElement;
  scroller.scrollLeft = first === names ? 0 : first.offsetLeft - names.offsetWidth;
}

interface StandingProps {
  readonly row: MeasureProgress["bearers"][number]["obligations"][number];
  readonly bearer: MeasureProgress["bearers"][number];
  readonly today: string;
}

function Standing({ row, bearer, today }: StandingProps) {
  const words = row.state === "late" ? dueInWords(localDate(row.dueOn), localDate(today)) : STATE_WORD[row.state];
  const mark = (
    <StateMark state={row.state} size={10}>
      {words}
    </StateMark>
  );
  const to = answerLink(row);
  const { territoryId, measureId, occurrenceKey: occurrence } = row;
  // the list of this one row would lead back here: a late report that nobody began is asked for by phone
  const isToCall = row.state === "late" && bearer.phone !== "";
  return (
    <>
      {to ? (
        <Link to={to}>{mark}</Link>
      ) : isToCall ? (
        <>
          {mark}
          <div className="sm q">
            {typeset("отчёта ещё нет, ")}
            <PhoneLink phone={bearer.phone} />
          </div>
        </>
      ) : (
        <RowsLink to={listLink({ territoryId, measureId, bearer: bearer.key, occurrence })}>{mark}</RowsLink>
      )}
      {row.dueMoved && <div className="sm q">перенесено на {dateInWords(localDate(row.dueOn))}</div>}
    </>
  );
}
