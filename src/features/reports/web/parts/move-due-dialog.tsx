import { useState } from "react";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { ObligationCard, ObligationRow } from "#features/obligations/model/contract.ts";
import { offDayWords } from "#features/calendar/model/rest-days.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { TextArea } from "#web/ui/text-field.tsx";

export interface MoveDueDialogProps {
  readonly card: ObligationCard;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Whoever runs the programme sets another due day for one organisation; the reason is told to it. */
export function MoveDueDialog({ card, opened, onClose }: MoveDueDialogProps) {
  const [dueOn, setDueOn] = useState<LocalDate | null>(localDate(card.dueOn));
  const [reason, setReason] = useState("");
  const move = useWrite<{ readonly dueOn: LocalDate | null; readonly reason: string }, ObligationRow>(
    (body, key) =>
      request(`/api/obligations/${card.territoryId}/${card.id}/due`, {
        method: "PUT",
        body: { ...body, version: card.version },
        key,
      }),
    {
      onDone: () => {
        showNotice("Срок перенесён, организация получит уведомление");
        onClose();
      },
    },
  );
  const [dueFault, reasonFault] = [fieldProblem(move.error, "dueOn"), fieldProblem(move.error, "reason")];
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="Перенести срок"
      actions={
        <>
          <Button
            kind="primary"
            busy={move.isPending}
            disabledReason={dueOn === null ? "Укажите новый срок" : undefined}
            onClick={() => move.mutate({ dueOn, reason })}
          >
            Перенести
          </Button>
          <Button onClick={onClose}>Не переносить</Button>
        </>
      }
    >
      <DateField
        label="Новый срок"
        hint={dueOn ? offDayWords(dueOn) : undefined}
        value={dueOn}
        onChange={setDueOn}
        error={dueFault}
      />
      <TextArea
        label="Почему"
        hint="Причину увидит организация, она останется в истории."
        error={reasonFault}
        value={reason}
        onChange={setReason}
      />
      {move.isError && !dueFault && !reasonFault && (
        <div className="f bad" role="alert">
          <FieldError>{problemText(move.error)}</FieldError>
        </div>
      )}
    </Dialog>
  );
}
