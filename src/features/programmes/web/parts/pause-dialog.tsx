import { useState } from "react";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { PauseSeen } from "../../model/pause.ts";
import { paperLabel, usePaperSearch } from "./paper-search.ts";

export interface PauseDialogProps {
  readonly territoryId: string;
  readonly programmeId: string;
  /** null: the whole programme */
  readonly measureId: string | null;
  readonly today: string;
  readonly onClose: () => void;
}

/** From which day, why, by which order: what stands still is told in words before it does. */
export default function PauseDialog({ territoryId, programmeId, measureId, today, onClose }: PauseDialogProps) {
  const [from, setFrom] = useState<LocalDate | null>(localDate(today));
  const [reason, setReason] = useState("");
  const [paperId, setPaperId] = useState<string | null>(null);
  const papers = usePaperSearch(territoryId);
  const pause = useWrite((body: object, key) => request<PauseSeen>("/api/pauses", { method: "POST", body, key }), {
    onDone: () => {
      showNotice(measureId ? "Мероприятие приостановлено" : "Программа приостановлена");
      onClose();
    },
  });
  const fault = (name: string) => fieldProblem(pause.error, name);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={measureId ? "Приостановить мероприятие" : "Приостановить программу"}
      width={560}
      actions={
        <>
          <Button
            kind="primary"
            busy={pause.isPending}
            disabledReason={
              from === null ? "Укажите, с какого дня" : reason.trim() === "" ? "Напишите, почему" : undefined
            }
            onClick={() => pause.mutate({ territoryId, programmeId, measureId, from, reason, paperId })}
          >
            Приостановить
          </Button>
          <Button onClick={onClose}>Не приостанавливать</Button>
        </>
      }
    >
      <div className="form-gap">
        <p className="m">
          {typeset(
            `Пока ${measureId ? "мероприятие приостановлено" : "программа приостановлена"}, отчётов со сроком с этого дня не ждут и о них не напоминают. Отправленное проверяется как обычно. Исполнители получат уведомление.`,
          )}
        </p>
        <DateField
          label="С какого дня"
          hint="Более ранние сроки не меняются: просроченное остаётся просроченным, возвращённое нужно исправить."
          value={from}
          onChange={setFrom}
          today={localDate(today)}
          error={fault("from")}
        />
        <TextArea label="Почему" value={reason} onChange={setReason} error={fault("reason")} />
        <SelectField
          label="Приказ"
          optional
          hint="Если есть: ищите по номеру или словам из названия."
          placeholder="Найти документ"
          value={paperId}
          options={papers.found.map((paper) => ({ value: paper.id, label: paperLabel(paper) }))}
          onSearch={papers.search}
          onChange={setPaperId}
          error={fault("paperId")}
        />
        {pause.isError && !["from", "reason", "paperId"].some(fault) && (
          <div className="f bad" role="alert">
            <FieldError>{problemText(pause.error)}</FieldError>
          </div>
        )}
      </div>
    </Dialog>
  );
}
