import { useState } from "react";
import { dayInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { localDate } from "#shared/local-date.ts";
import { arriving } from "#web/arriving.tsx";
import { useFetchAhead } from "#web/fetch-ahead.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { PhoneLink } from "#web/ui/phone-link.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { LateBearer } from "../../model/contract.ts";
import { rowsLink } from "../../model/rows-link.ts";
import "./late-table.css";
import { RowsLink } from "./rows-link.tsx";

const CallDialog = arriving(() => import("./call-dialog.tsx"));
const ReminderDialog = arriving(() => import("./reminder-dialog.tsx"));

export interface LateTableProps {
  readonly territoryId: string;
  readonly today: string;
  readonly bearers: readonly LateBearer[];
  readonly canCall: boolean;
  /** a reminder beside the call: where there is room for it */
  readonly canRemind?: boolean;
}

/** Whom to call: what is overdue, since when, the phone and who answers, the last call. */
export function LateTable({ territoryId, today, bearers, canCall, canRemind = false }: LateTableProps) {
  const [calling, setCalling] = useState<LateBearer | null>(null);
  useFetchAhead(CallDialog, canCall);
  const [reminding, setReminding] = useState<LateBearer | null>(null);
  return (
    <>
      <DataTable label="Кому позвонить" className="stack late-table">
        <thead>
          <tr>
            <th>Исполнитель и самый давний отчёт</th>
            <th>Просрочено</th>
            <th>Телефон</th>
            <th>
              <span className="visually-hidden">Звонок</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bearers.map((bearer) => (
            <tr key={bearer.key}>
              <td className="wide c1">
                <RowsLink className="strong" to={lateLink(territoryId, bearer, today)}>
                  {typeset(bearer.name)}
                </RowsLink>
                <div className="sm q">{typeset(oldestInWords(bearer))}</div>
              </td>
              <td className="c2">
                <RowsLink to={lateLink(territoryId, bearer, today)} className="late">
                  <StateMark state="late" size={10} strong>
                    {reportsInWords(bearer.late)}
                  </StateMark>
                </RowsLink>
                <div className="sm q">{typeset(daysInWords(bearer))}</div>
              </td>
              <td className="c3">
                {bearer.phone ? <PhoneLink className="tel" phone={bearer.phone} /> : <span className="q">–</span>}
                <div className="sm q">{bearer.head}</div>
              </td>
              <td className="n c4 end">
                {bearer.remindedOn === today && <span className="sm q reminded">напомнили сегодня</span>}
                {canRemind && bearer.remindedOn !== today && (
                  <Button size="small" aria-label={`Напомнить: ${bearer.name}`} onClick={() => setReminding(bearer)}>
                    Напомнить
                  </Button>
                )}
                <CallCell bearer={bearer} canCall={canCall} onCall={() => setCalling(bearer)} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {reminding && (
        <ReminderDialog territoryId={territoryId} bearers={[reminding.key]} onClose={() => setReminding(null)} />
      )}
      {calling && <CallDialog territoryId={territoryId} bearer={calling} onClose={() => setCalling(null)} />}
    </>
  );
}

interface CallCellProps {
  readonly bearer: LateBearer;
  readonly canCall: boolean;
  readonly onCall: () => void;
}

function CallCell({ bearer, canCall, onCall }: CallCellProps) {
  const called = bearer.lastCall && `Звонили ${dayInWords(localDate(bearer.lastCall.on))}`;
  if (!canCall || !bearer.organisationId) return called ? <span className="sm q">{called}</span> : undefined;
  return called ? (
    <Button kind="ghost" size="small" onClick={onCall}>
      {called}
    </Button>
  ) : (
    <Button size="small" onClick={onCall}>
      Записать звонок
    </Button>
  );
}

function lateLink(territoryId: string, bearer: LateBearer, today: string): string {
  return rowsLink({ territoryId, bearer: bearer.key }, "late", localDate(today));
}

/** How long the oldest waits: of several «самый давний – 22 дня», of one «22 дня». */
function daysInWords({ late, oldest }: LateBearer): string {
  const days = counted(oldest.days, ["день", "дня", "дней"]);
  return late === 1 ? days : `самый давний – ${days}`;
}

function oldestInWords({ oldest }: LateBearer): string {
  return [oldest.measureNumber, oldest.measureTitle].filter(Boolean).join(" ");
}
