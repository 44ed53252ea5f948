import { useState } from "react";
import { Link } from "react-router";
import { dateInWords, dueInWords } from "#domain/russian/dates.ts";
import type { PluralForms } from "#domain/russian/plural.ts";
import type { RefusedRow } from "#shared/each-row.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import { obligationLink } from "#features/obligations/model/links.ts";
import { closeReasonInWords, STATE_WORD } from "#features/obligations/model/text.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { Button } from "#web/ui/button.tsx";
import { ChosenBar, Pick, PickAll, RefusedRows, useChosen } from "#web/ui/chosen.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RowOfList } from "../../model/contract.ts";
import { OUTCOME_WORD, thenInWords } from "../../model/outcome-words.ts";
import { MoveManyDialog } from "./move-many-dialog.tsx";
import { OutcomeShape } from "./outcome-shape.tsx";
import { ReassignDialog } from "./reassign-dialog.tsx";
import ReminderDialog from "./reminder-dialog.tsx";

const TERMS: PluralForms = ["срок", "срока", "сроков"];

export interface RowsTableProps {
  readonly territoryId: string;
  readonly rows: readonly RowOfList[];
  readonly today: string;
  /** the list reads this day, which is past: how each row stood then is said beside how it stands */
  readonly past: LocalDate | null;
}

/** Obligations as a table; those that one runs are ticked to be moved, handed over or reminded of together. */
export function RowsTable({ territoryId, rows, today, past }: RowsTableProps) {
  const mine = rows.filter((row) => row.can.moveDue);
  const chosen = useChosen(mine);
  const [asking, setAsking] = useState<"move" | "reassign" | "remind" | null>(null);
  const [refused, setRefused] = useState<readonly RefusedRow[]>([]);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const late = new Set(chosen.rows.filter(({ state }) => state === "late").map(({ bearerKey }) => bearerKey));
  const settle = (left: readonly RefusedRow[]) => {
    setNames(new Map(rows.map((row) => [row.id, `${row.bearer.name}: ${row.measureTitle}`])));
    setRefused(left);
    setAsking(null);
    chosen.clear();
  };
  return (
    <>
      <RefusedRows
        title={`Осталось как было: ${reportsInWords(refused.length)}`}
        rows={refused.map(({ id, text }) => ({ id, text, name: names.get(id) ?? "" }))}
        onClose={() => setRefused([])}
      />
      <PickAll rows={mine} chosen={chosen} />
      <DataTable label="Сроки и отчёты" className="stack">
        <thead>
          <tr>
            {mine.length > 0 && (
              <th className="pick-cell">
                <span className="visually-hidden">Отметить</span>
              </th>
            )}
            <th>№</th>
            <th>Мероприятие</th>
            <th>Исполнитель</th>
            <th>Срок</th>
            <th>Состояние</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="hover">
              {mine.length > 0 && (
                <td className="pick-cell">
                  {row.can.moveDue && (
                    <Pick
                      label={`Отметить: ${row.measureTitle}, ${row.bearer.name}, ${row.occurrence}`}
                      checked={chosen.has(row)}
                      onChange={() => chosen.toggle(row)}
                    />
                  )}
                </td>
              )}
              <td className="no q nw">{row.measureNumber}</td>
              <td className="wide">
                <Link to={obligationLink(row)}>{typeset(row.measureTitle)}</Link>
                <div className="sm q">{typeset(`${row.occurrence} · ${row.programmeTitle}`)}</div>
              </td>
              <td className="wide">
                {row.bearer.organisationId ? (
                  <Link className="by-name" to={`/organisations/${row.bearer.organisationId}`}>
                    {typeset(row.bearer.name)}
                  </Link>
                ) : (
                  typeset(row.bearer.name)
                )}
              </td>
              <td className="nw">
                {dateInWords(localDate(row.dueOn))}
                {row.dueMoved && <Moved move={row.move} />}
              </td>
              <td>
                <StateMark state={row.state}>{stateWords(row, today)}</StateMark>
                {row.closed && <div className="sm q">{typeset(closeReasonInWords(row.closeReason))}</div>}
                {row.report?.state === "draft" && !row.closed && <div className="sm q">начат отчёт</div>}
                {past && row.outcome && (
                  <div className="sm q">
                    <span className="st wrap">
                      <OutcomeShape outcome={row.outcome} size={10} />
                      {typeset(`${thenInWords(past, localDate(today))}: ${OUTCOME_WORD[row.outcome]}`)}
                    </span>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <ChosenBar count={chosen.rows.length} forms={TERMS} onClear={chosen.clear}>
        <Button kind="primary" onClick={() => setAsking("move")}>
          Перенести срок
        </Button>
        <Button onClick={() => setAsking("reassign")}>Передать</Button>
        {late.size > 0 && <Button onClick={() => setAsking("remind")}>Напомнить</Button>}
      </ChosenBar>
      {asking === "move" && (
        <MoveManyDialog
          territoryId={territoryId}
          today={today}
          rows={chosen.rows}
          onClose={() => setAsking(null)}
          onDone={settle}
        />
      )}
      {asking === "reassign" && (
        <ReassignDialog territoryId={territoryId} rows={chosen.rows} onClose={() => setAsking(null)} onDone={settle} />
      )}
      {asking === "remind" && (
        <ReminderDialog territoryId={territoryId} bearers={[...late]} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** From which day and why; of what was put off before reasons were kept, that it was. */
function Moved({ move }: { readonly move: RowOfList["move"] }) {
  return (
    <div className="sm q moved-why">
      {move
        ? typeset(`перенесён с ${dateInWords(localDate(move.from))}${move.reason ? `: ${move.reason}` : ""}`)
        : "срок перенесён"}
    </div>
  );
}

function stateWords(row: ObligationRow, today: string): string {
  return row.state === "late" ? dueInWords(localDate(row.dueOn), localDate(today)) : STATE_WORD[row.state];
}
