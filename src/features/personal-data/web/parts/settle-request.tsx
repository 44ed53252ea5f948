import { useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RequestView } from "../../model/contract.ts";

/** The answer to a request: done or refused, always with words. */
export function SettleRequest({
  row,
  territoryId,
  onClose,
}: {
  readonly row: RequestView;
  readonly territoryId: string;
  readonly onClose: () => void;
}) {
  const [answer, setAnswer] = useState("");
  const settle = useWrite(
    (state: "done" | "refused", key) =>
      request(`/api/personal-data/requests/${row.id}/answer`, {
        method: "POST",
        body: { territoryId, version: row.version, state, answer },
        key,
      }),
    { refresh: [["personal-data"]], onDone: onClose },
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Ответ на обращение"
      actions={
        <>
          <Button kind="primary" busy={settle.isPending} onClick={() => settle.mutate("done")}>
            Выполнено
          </Button>
          <Button busy={settle.isPending} onClick={() => settle.mutate("refused")}>
            Отказать
          </Button>
        </>
      }
    >
      <p className="m dialog-said">{typeset(`${row.personName}: ${row.text}`)}</p>
      <TextArea
        label="Ответ"
        hint="Его прочтёт тот, кто обратился. При отказе назовите основание"
        rows={4}
        value={answer}
        onChange={setAnswer}
        error={fieldProblem(settle.error, "answer")}
      />
      <Refusal error={settle.error} names={{ answer: "Ответ" }} />
    </Dialog>
  );
}
