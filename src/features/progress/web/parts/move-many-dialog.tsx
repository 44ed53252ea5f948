import { useState } from "react";
import { dayInWords } from "#domain/russian/dates.ts";
import type { RefusedRow } from "#shared/each-row.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { MovedMany, ObligationRow } from "#features/obligations/model/contract.ts";
import { offDayWords } from "#features/calendar/model/rest-days.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showUndo } from "#web/ui/notice.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { termInWords, termsInWords, termWithDayInWords } from "../../model/chosen-term.ts";
import { tellTakenBack } from "./tell-taken-back.ts";

export interface MoveManyDialogProps {
  readonly territoryId: string;
  readonly today: string;
  readonly rows: readonly ObligationRow[];
  readonly onClose: () => void;
  readonly onDone: (refused: readonly RefusedRow[]) => void;
}

const send = (body: object, key?: string) =>
  request<MovedMany>("/api/obligations/moved", { method: "POST", body, ...(key && { key }) });

/** One new day for all that is ticked, with the reason; a minute to take it back. */
export function MoveManyDialog({ territoryId, today, rows, onClose, onDone }: MoveManyDialogProps) {
  const [dueOn, setDueOn] = useState<LocalDate | null>(null);
  const [reason, setReason] = useState("");
  const [only] = rows.length === 1 ? rows : [];
  const undo = useWrite((done: MovedMany["done"], key) =>
    send({ territoryId, reason: "Перенос отменён", rows: done }, key),
  );
  const takeBack = (made: MovedMany["done"]) =>
    tellTakenBack(() => undo.mutateAsync(made), {
      all: "Перенос отменён",
      some: "Возвращены не все сроки",
      none: "Перенос не отменён",
    });
  const move = useWrite((body: object, key) => send(body, key), {
    onDone: ({ done, refused }) => {
      onDone(refused);
      if (done.length > 0)
        showUndo({
          text: typeset(
            `Перенесено${dueOn ? ` на ${dayInWords(dueOn)}` : ""}: ${only ? termInWords(only) : termsInWords(done.length)}`,
          ),
          state: "accepted",
          onUndo: () => takeBack(done),
        });
    },
  });
  const fault = (name: string) => fieldProblem(move.error, name);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={typeset(`Перенести: ${termsInWords(rows.length)}`)}
      actions={
        <>
          <Button
            kind="primary"
            busy={move.isPending}
            disabledReason={dueOn === null ? "Укажите новый срок" : undefined}
            onClick={() =>
              move.mutate({ territoryId, reason, rows: rows.map(({ id, version }) => ({ id, version, dueOn })) })
            }
          >
            Перенести
          </Button>
          <Button onClick={onClose}>Не переносить</Button>
        </>
      }
    >
      <div className="form-gap">
        {only && <p className="m">{typeset(termWithDayInWords(only))}</p>}
        <DateField
          label="Новый срок"
          hint={dueOn ? offDayWords(dueOn) : undefined}
          value={dueOn}
          onChange={setDueOn}
          today={localDate(today)}
        />
        <TextArea
          label="Почему"
          hint="Причину увидят исполнители, она останется в истории."
          error={fault("reason")}
          value={reason}
          onChange={setReason}
        />
        {move.isError && !fault("reason") && (
          <div className="f bad" role="alert">
            <FieldError>{problemText(move.error)}</FieldError>
          </div>
        )}
      </div>
    </Dialog>
  );
}
