import { useState } from "react";
import type { PersonView } from "#features/people/model/people-contract.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";

interface GuardProps {
  readonly person: PersonView;
  readonly territoryId: string;
}

/** For a lost phone: the second step is taken off; for a lost computer: every session is ended. */
export function GuardButtons({ person, territoryId }: GuardProps) {
  const [asked, setAsked] = useState(false);
  const leave = useWrite(
    (_: void, key) =>
      request(`/api/people/${person.id}/account/leaving`, { method: "POST", body: { territoryId }, key }),
    { refresh: [["people"]], onDone: () => showNotice("Все входы этого человека закрыты") },
  );
  return (
    <>
      {person.account?.secondFactor && <Button onClick={() => setAsked(true)}>Снять второй шаг входа</Button>}
      <Button busy={leave.isPending} onClick={() => leave.mutate()}>
        Закрыть все входы
      </Button>
      {leave.error && <FieldError>{problemText(leave.error)}</FieldError>}
      {asked && <ResetDialog person={person} territoryId={territoryId} onClose={() => setAsked(false)} />}
    </>
  );
}

/** There is no way back from it, and it is what a thief of a password would ask for: the voice of the person is to be heard first. */
function ResetDialog({ person, territoryId, onClose }: GuardProps & { readonly onClose: () => void }) {
  const reset = useWrite(
    (_: void, key) => request(`/api/people/${person.id}/factor/reset`, { method: "POST", body: { territoryId }, key }),
    {
      refresh: [["people"]],
      onDone: () => {
        onClose();
        showNotice("Второй шаг снят, все входы закрыты");
      },
    },
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Снять второй шаг входа"
      actions={
        <>
          <Button kind="primary" busy={reset.isPending} onClick={() => reset.mutate()}>
            Снять
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <p className="m">
        {person.fullName} войдёт с одним паролем и настроит второй шаг заново. Сначала убедитесь, что просит сам
        человек: поговорите с ним лично или позвоните по известному вам номеру.
      </p>
      {reset.error && <FieldError>{problemText(reset.error)}</FieldError>}
    </Dialog>
  );
}
