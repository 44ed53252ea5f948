import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Colleague, ObligationCard, ObligationRow } from "#features/obligations/model/contract.ts";
import { problemText } from "#web/api/problem.ts";
import { useMe } from "#web/api/me.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";

export interface DelegateDialogProps {
  readonly card: ObligationCard;
  readonly opened: boolean;
  readonly onClose: () => void;
}

const NOBODY = "nobody";

/** Hands the report to a colleague of the same organisation, or takes it back. */
export function DelegateDialog({ card, opened, onClose }: DelegateDialogProps) {
  const me = useMe().person.id;
  const base = `/api/obligations/${card.territoryId}/${card.id}`;
  const colleagues = useQuery({
    queryKey: ["colleagues", card.territoryId, card.id],
    queryFn: ({ signal }) => request<Colleague[]>(`${base}/colleagues`, { signal }),
    enabled: opened,
  });
  const [chosen, setChosen] = useState<string | null>(card.delegatedTo?.id ?? null);
  const hand = useWrite<string, ObligationRow>(
    (personId, key) =>
      request(`${base}/delegate`, {
        method: "PUT",
        body: { version: card.version, personId: personId === NOBODY ? null : personId },
        key,
      }),
    {
      onDone: (row) => {
        showNotice(row.delegatedTo ? `Передано: ${row.delegatedTo.name}` : "Отчёт снова ни за кем не закреплён");
        onClose();
      },
    },
  );
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="Передать коллеге"
      actions={
        <>
          <Button
            kind="primary"
            busy={hand.isPending}
            disabledReason={chosen === null ? "Выберите человека" : undefined}
            onClick={() => chosen !== null && hand.mutate(chosen)}
          >
            {chosen === NOBODY ? "Забрать" : "Передать"}
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <Loaded query={colleagues} title="Список коллег не открылся">
        {(people) => (
          <ChoiceField
            label="Кто сдаст отчёт"
            hint={
              chosen === NOBODY
                ? undefined
                : "Коллега получит уведомление. Вы тоже сможете дополнить отчёт и отправить его."
            }
            options={[
              ...people.map((person) => ({
                value: person.id,
                label: person.id === me ? `${person.name} (вы)` : person.name,
                hint: person.position,
              })),
              ...(card.delegatedTo
                ? [{ value: NOBODY, label: "Никому, сдадим сами", hint: "Сдаст руководитель или заместитель" }]
                : []),
            ]}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Loaded>
      {hand.isError && (
        <div className="f bad" role="alert">
          <FieldError>{problemText(hand.error)}</FieldError>
        </div>
      )}
    </Dialog>
  );
}
