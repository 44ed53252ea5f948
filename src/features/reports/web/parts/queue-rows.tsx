import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { shortDay } from "#features/obligations/model/days.ts";
import { REPORT_FORMS, reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { daysBetween, localDate } from "#shared/local-date.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { ChosenBar, Pick, PickAll, RefusedRows, useChosen, type Chosen } from "#web/ui/chosen.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { PageKeys } from "#web/ui/keys-dialog.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReportRow, SteppedMany } from "../../model/contract.ts";
import { REPORT_STATE_WORD } from "../../model/lifecycle.ts";
import { dayOf } from "./day-of.ts";
import { offerUndo } from "./last-decision.ts";
import { queueKeys } from "./queue-keys.ts";
import { REPORT_MARK } from "./report-mark.ts";
import "./report.css";

interface QueueRowsProps {
  readonly rows: readonly ReportRow[];
  readonly territoryId: string;
  readonly today: string;
}

/** The rows of the queue: walked by keys, ticked to be accepted together. */
export function QueueRows({ rows, territoryId, today }: QueueRowsProps) {
  const mine = rows.filter((row) => row.canDecide);
  const chosen = useChosen(mine);
  const [refused, setRefused] = useState<SteppedMany["refused"]>([]);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const step = (path: "accepted" | "reopened", body: object, key?: string) =>
    request<SteppedMany>(`/api/reports/${path}`, { method: "POST", body, ...(key && { key }) });
  const undo = useWrite((done: SteppedMany["done"], key) => step("reopened", { territoryId, rows: done }, key), {
    onDone: (outcome) => {
      setRefused(outcome.refused);
      if (outcome.done.length > 0) showNotice("Решения отменены, отчёты снова на проверке");
    },
  });
  const accept = useWrite(
    (picked: readonly ReportRow[], key) =>
      step("accepted", { territoryId, rows: picked.map(({ id, version }) => ({ id, version })) }, key),
    {
      onDone: ({ done, refused: left }, picked) => {
        setNames(new Map(picked.map((row) => [row.id, `${row.bearerName}: ${row.title}`])));
        setRefused(left);
        chosen.clear();
        if (done.length > 0)
          offerUndo({
            text: typeset(`Принято: ${reportsInWords(done.length)}`),
            state: "accepted",
            onUndo: () => undo.mutate(done),
          });
      },
    },
  );
  const accepting = () => {
    if (chosen.rows.length > 0 && !accept.isPending) accept.mutate(chosen.rows);
  };
  return (
    <>
      {accept.isError && <ErrorState title="Отчёты не приняты" problem={accept.error} kept="Отметки остались." />}
      {undo.isError && (
        <p role="alert" className="sm">
          {problemText(undo.error)}
        </p>
      )}
      <RefusedRows
        title={`Осталось как было: ${reportsInWords(refused.length)}`}
        rows={refused.map(({ id, text }) => ({ id, text, name: names.get(id) ?? "" }))}
        onClose={() => setRefused([])}
      />
      <div className="queue-head">
        <PickAll rows={mine} chosen={chosen} />
        <PageKeys
          keys={queueKeys({
            accept: accepting,
            tick: (id) => mine.filter((row) => row.id === id).forEach(chosen.toggle),
          })}
        />
      </div>
      <Rows label="Отчёты">
        {rows.map((row) => (
          <Line key={row.id} row={row} today={today} chosen={mine.length > 0 ? chosen : null} />
        ))}
      </Rows>
      <ChosenBar count={chosen.rows.length} forms={REPORT_FORMS} onClear={chosen.clear}>
        <Button kind="primary" busy={accept.isPending} onClick={accepting}>
          Принять отмеченные
        </Button>
      </ChosenBar>
    </>
  );
}

/** «ждёт 9 дней» for what waits; for the rest the state. */
function standing(row: ReportRow, today: string) {
  if (row.state === "draft" && row.dueOn < today) return <StateMark state="late">черновик, срок прошёл</StateMark>;
  if (row.state !== "submitted" || !row.submittedAt)
    return <StateMark state={REPORT_MARK[row.state]}>{REPORT_STATE_WORD[row.state]}</StateMark>;
  const days = daysBetween(dayOf(row.submittedAt), localDate(today));
  return (
    <StateMark state="submitted">
      {days > 0 ? `ждёт ${counted(days, ["день", "дня", "дней"])}` : "пришёл сегодня"}
    </StateMark>
  );
}

interface LineProps {
  readonly row: ReportRow;
  readonly today: string;
  readonly chosen: Chosen<ReportRow> | null;
}

function Line({ row, today, chosen }: LineProps) {
  const more = row.obligations > 1 ? ` и ещё ${row.obligations - 1}` : "";
  const path = `/reports/${row.territoryId}/${row.id}`;
  return (
    <Row
      pick={
        chosen === null ? undefined : row.canDecide ? (
          <Pick
            label={`Отметить: ${row.title}, ${row.bearerName}`}
            checked={chosen.has(row)}
            onChange={() => chosen.toggle(row)}
          />
        ) : null
      }
      what={typeset(row.title) + more}
      to={path}
      meta={
        <>
          {row.bearerName} · {row.programmeTitle}
          {row.measureNumber && `, мероприятие\u00a0${row.measureNumber}`}
          {row.period && `, ${typeset(row.period)}`}
        </>
      }
      due={
        <span className="sm">
          {typeset(
            `${row.submittedAt ? "отправлен" : "сохранён"} ${shortDay(dayOf(row.submittedAt ?? row.savedAt), today)}`,
          )}
        </span>
      }
      relative={standing(row, today)}
      action={
        row.canDecide && (
          <ButtonLink to={path} aria-label={`Проверить: ${row.title}, ${row.bearerName}`}>
            Проверить
          </ButtonLink>
        )
      }
    />
  );
}
