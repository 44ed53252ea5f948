import { useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ConsentView } from "../../model/contract.ts";

/** Enters a consent, or its withdrawal, that the person signed on paper. */
export function PaperConsentDialog({
  consent,
  personId,
  territoryId,
  onClose,
}: {
  readonly consent: ConsentView;
  readonly personId: string;
  readonly territoryId: string;
  readonly onClose: () => void;
}) {
  const [paper, setPaper] = useState("");
  const given = consent.held === null;
  const save = useWrite(
    (_: void, key) =>
      request(`/api/people/${personId}/consents`, {
        method: "POST",
        body: { territoryId, kind: consent.kind, given, paper },
        key,
      }),
    { refresh: [["personal-data"], ["contact"]], onDone: onClose },
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={given ? "Согласие на бумаге" : "Отзыв согласия на бумаге"}
      actions={
        <>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
            {given ? "Внести согласие" : "Внести отзыв"}
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <p className="m dialog-said">{typeset(consent.text)}</p>
      <TextField
        label="Номер и дата бумаги"
        value={paper}
        onChange={setPaper}
        error={fieldProblem(save.error, "paper")}
      />
      <Refusal error={save.error} names={{ paper: "Номер и дата бумаги" }} />
    </Dialog>
  );
}
