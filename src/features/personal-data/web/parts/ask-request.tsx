import { useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { REQUEST_KINDS, REQUEST_RULES, type RequestKind } from "../../model/requests.ts";

const KINDS = REQUEST_KINDS.map((kind) => ({ value: kind, label: REQUEST_RULES[kind].title }));

/** Asks the operator about one's own data. */
export function AskRequest({ territoryId, onClose }: { readonly territoryId: string; readonly onClose: () => void }) {
  const [kind, setKind] = useState<RequestKind>("correction");
  const [text, setText] = useState("");
  const ask = useWrite(
    (_: void, key) => request("/api/my-data/requests", { method: "POST", body: { territoryId, kind, text }, key }),
    {
      refresh: [["my-data"]],
      onDone: () => {
        showNotice("Обращение отправлено администратору");
        onClose();
      },
    },
  );
  const { workingDays, source } = REQUEST_RULES[kind];
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Обращение о ваших данных"
      actions={
        <>
          <Button kind="primary" busy={ask.isPending} onClick={() => ask.mutate()}>
            Отправить
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <SelectField label="О чём" options={KINDS} value={kind} onChange={(value) => setKind(value as RequestKind)} />
      <TextArea
        label="Что именно"
        hint={`Ответят не позднее чем через ${workingDays} рабочих дней (${source})`}
        rows={4}
        value={text}
        onChange={setText}
        error={fieldProblem(ask.error, "text")}
      />
      <Refusal error={ask.error} names={{ text: "Что именно" }} />
    </Dialog>
  );
}
