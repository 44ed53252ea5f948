import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { request } from "#web/api/request.ts";
import { useWrite } from "#web/api/query.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import type { Call, LateBearer } from "../../model/contract.ts";

export interface CallDialogProps {
  readonly territoryId: string;
  readonly bearer: LateBearer;
  readonly onClose: () => void;
}

/** Writes down a call: what was agreed before, and under it what is agreed now. */
export default function CallDialog({ territoryId, bearer, onClose }: CallDialogProps) {
  const [note, setNote] = useState("");
  const organisationId = bearer.organisationId ?? "";
  const calls = useQuery({
    queryKey: ["progress", "calls", territoryId, organisationId],
    queryFn: ({ signal }) => request<Call[]>("/api/progress/calls", { query: { territoryId, organisationId }, signal }),
  });
  const record = useWrite(
    (body: { territoryId: string; organisationId: string; note: string }, key) =>
      request("/api/progress/calls", { method: "POST", body, key }),
    {
      refresh: [["progress"]],
      onDone: () => {
        onClose();
        showNotice(`Звонок записан: ${bearer.name}`, "accepted");
      },
    },
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Звонок: ${bearer.name}`}
      actions={
        <>
          <Button
            kind="primary"
            busy={record.isPending}
            onClick={() => record.mutate({ territoryId, organisationId, note })}
          >
            Записать звонок
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      {record.isError && (
        <ErrorState title="Звонок не записан" problem={record.error} kept="Написанное осталось в поле." />
      )}
      {calls.data && calls.data.length > 0 && (
        <section className="calls-before">
          <h3>Прежние звонки</h3>
          <ul>
            {calls.data.map((call) => (
              <li key={call.id}>
                {dateInWords(localDate(call.on))}, {call.by}
                {call.note && <div className="meta">{call.note}</div>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <TextArea
        label="О чём договорились"
        value={note}
        onChange={setNote}
        optional
        // where there is nothing to read first, one writes at once
        data-autofocus={bearer.lastCall === null || undefined}
      />
    </Dialog>
  );
}
