import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { plural } from "#domain/russian/plural.ts";
import { useMe } from "#web/api/me.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import type { Colleague, ObligationRow } from "../../model/contract.ts";
import type { HandedOver } from "../../model/holders.ts";
import { reportsInWords } from "../../model/reports-in-words.ts";
import { leftWithout, takersOf } from "../../model/takers.ts";

export interface HandOverDialogProps {
  readonly territoryId: string;
  readonly people: readonly Colleague[];
  readonly rows: readonly ObligationRow[];
  readonly onClose: () => void;
  readonly onHanded: () => void;
}

const NOBODY = "nobody";
const HANDED = ["передан", "передано", "передано"] as const;

interface Handing {
  readonly personId: string | null;
  readonly rows: readonly { readonly obligationId: string; readonly version: number }[];
}

/** To whom the ticked rows go; all of them or none, with a way back for a minute. */
export function HandOverDialog({ territoryId, people, rows, onClose, onHanded }: HandOverDialogProps) {
  const queries = useQueryClient();
  const me = useMe().person.id;
  const [chosen, setChosen] = useState<string | null>(null);
  const put = (handing: Handing, key?: string) =>
    request<HandedOver>("/api/obligations/holders", {
      method: "PUT",
      body: { territoryId, ...handing },
      ...(key && { key }),
    });
  const before = new Map(rows.map((row) => [row.id, row.delegatedTo?.id ?? null]));
  const undo = async (handed: HandedOver) => {
    try {
      // each goes back to whoever held it
      for (const personId of new Set(before.values())) {
        const theirs = handed.rows.filter((row) => before.get(row.id) === personId);
        await put({ personId, rows: theirs.map(({ id, version }) => ({ obligationId: id, version })) });
      }
    } catch (error) {
      showNotice(problemText(error), "late");
    }
    await queries.invalidateQueries();
  };
  const hand = useWrite<Handing, HandedOver>(put, {
    onDone: (handed, { personId }) => {
      const name = people.find((person) => person.id === personId)?.name;
      showUndo({
        state: "accepted",
        text: name
          ? `${name}: ${plural(handed.rows.length, HANDED)} ${reportsInWords(handed.rows.length)}`
          : `Снова ни за кем не закреплено: ${reportsInWords(handed.rows.length)}`,
        onUndo: () => void undo(handed),
      });
      onHanded();
    },
  });
  const held = rows.some((row) => row.delegatedTo);
  const taking = chosen === NOBODY;
  const told = leftWithout(rows, taking ? null : chosen, me);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Передать ${reportsInWords(rows.length)}`}
      actions={
        <>
          <Button
            kind="primary"
            busy={hand.isPending}
            disabledReason={chosen === null ? "Выберите человека" : undefined}
            onClick={() =>
              chosen !== null &&
              hand.mutate({
                personId: chosen === NOBODY ? null : chosen,
                rows: rows.map(({ id, version }) => ({ obligationId: id, version })),
              })
            }
          >
            {taking ? "Забрать" : "Передать"}
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <ChoiceField
        label={rows.length === 1 ? "Кто сдаст отчёт" : "Кто сдаст отчёты"}
        hint={hintOf(rows.length, told, taking ? "nobody" : chosen === me ? "me" : "colleague")}
        options={[
          ...takersOf(people, rows).map((person) => ({
            value: person.id,
            label: person.id === me ? `${person.name} (вы)` : person.name,
            hint: person.position,
          })),
          ...(held
            ? [{ value: NOBODY, label: "Никому, сдадим сами", hint: "Сдаст руководитель или заместитель" }]
            : []),
        ]}
        value={chosen}
        onChange={setChosen}
      />
      {hand.isError && (
        <div className="f bad" role="alert">
          <FieldError>{problemText(hand.error)}</FieldError>
        </div>
      )}
    </Dialog>
  );
}

/** Who will be told, and what one may do still. */
function hintOf(many: number, told: readonly string[], taker: "nobody" | "me" | "colleague"): string | undefined {
  const former = told.length === 1 ? `Уведомление получит ${told[0]}.` : `Уведомления получат: ${told.join(", ")}.`;
  if (taker !== "colleague") {
    if (told.length > 0) return former;
    return taker === "me" ? "Закрепим за вами." : undefined;
  }
  const both = told.length > 0 ? ` Уведомим и тех, за кем было закреплено: ${told.join(", ")}.` : "";
  return many === 1
    ? `Коллега получит уведомление. Вы тоже сможете дополнить отчёт и отправить его.${both}`
    : `Коллега получит одно уведомление обо всех. Вы тоже сможете дополнить отчёты и отправить их.${both}`;
}
