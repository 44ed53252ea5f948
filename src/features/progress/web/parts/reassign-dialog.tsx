import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import type { RefusedRow } from "#shared/each-row.ts";
import type { ObligationRow, ReassignedMany, UndoneReassign } from "#features/obligations/model/contract.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";

export interface ReassignDialogProps {
  readonly territoryId: string;
  readonly rows: readonly ObligationRow[];
  readonly onClose: () => void;
  readonly onDone: (refused: readonly RefusedRow[]) => void;
}

const termsInWords = (count: number) => counted(count, ["срок", "срока", "сроков"]);

type Kind = "organisation" | "person";

const KINDS = [
  { value: "organisation", label: "Организация" },
  { value: "person", label: "Человек" },
] as const;

/** Who answers instead, and why: a school is closed, the authority takes over. */
export function ReassignDialog({ territoryId, rows, onClose, onDone }: ReassignDialogProps) {
  const [kind, setKind] = useState<Kind>("organisation");
  const [q, setQ] = useState("");
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const found = useQuery({
    queryKey: ["bearers", "choice", territoryId, kind, q],
    queryFn: async ({ signal }) => {
      if (kind === "organisation") {
        const query = { territoryId, q, view: "whole" };
        const { items } = await request<{ items: { id: string; shortName: string }[] }>("/api/organisations", {
          query,
          signal,
        });
        return items.map(({ id, shortName }) => ({ value: id, label: shortName }));
      }
      const { items } = await request<{ items: { id: string; fullName: string }[] }>("/api/people", {
        query: { territoryId, q },
        signal,
      });
      return items.map(({ id, fullName }) => ({ value: id, label: fullName }));
    },
    placeholderData: (before, last) => (last?.queryKey[3] === kind ? before : undefined),
  });
  const reassign = useWrite(
    (body: object, key) => request<ReassignedMany>("/api/obligations/reassigned", { method: "POST", body, key }),
    {
      onDone: ({ done, refused }) => {
        onDone(refused);
        if (done.length > 0)
          showUndo({
            text: typeset(`Передано: ${termsInWords(done.length)}, обе стороны получат уведомление`),
            state: "accepted",
            onUndo: () => takeBack(done),
          });
      },
    },
  );
  const undo = useWrite((body: object, key) =>
    request<UndoneReassign>("/api/obligations/reassigned/undone", { method: "POST", body, key }),
  );
  const takeBack = async (done: ReassignedMany["done"]) => {
    try {
      const made = done.map(({ newId, version }) => ({ id: newId, version }));
      const { done: back, refused } = await undo.mutateAsync({ territoryId, rows: made });
      if (back.length > 0) showNotice(typeset(`Передача отменена: ${termsInWords(back.length)}`));
      const [left] = refused;
      if (left) showNotice(typeset(`Отменено не всё. ${left.text}`), "late");
    } catch (error) {
      showNotice(problemText(error), "late");
    }
  };
  const fault = fieldProblem(reassign.error, "reason");
  const begun = rows.filter(({ report }) => report !== null).length;
  const free = rows.filter(({ report }) => report === null);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={typeset(`Передать: ${termsInWords(free.length || rows.length)}`)}
      width={560}
      actions={
        <>
          <Button
            kind="primary"
            busy={reassign.isPending}
            disabledReason={
              free.length === 0 ? "Передавать нечего" : to === null ? "Выберите, кто будет отчитываться" : undefined
            }
            onClick={() =>
              reassign.mutate({
                territoryId,
                bearer: { kind, id: to },
                reason,
                rows: free.map(({ id, version }) => ({ id, version })),
              })
            }
          >
            Передать
          </Button>
          <Button onClick={onClose}>Не передавать</Button>
        </>
      }
    >
      <div className="form-gap">
        <p className="m">{typeset("Прежний исполнитель больше не отчитывается, срок остаётся тем же.")}</p>
        {begun > 0 && (
          <output className="remark">
            {typeset(
              `Не передать: по ${counted(begun, ["сроку", "срокам", "срокам"])} отчёт уже начат. Попросите исполнителя дописать его или передать коллеге внутри организации.${free.length > 0 ? ` Передать можно остальное: ${termsInWords(free.length)}.` : ""}`,
            )}
          </output>
        )}
        <ChoiceField
          label="Кто будет отчитываться"
          options={KINDS}
          value={kind}
          onChange={(next) => {
            setKind(next as Kind);
            setTo(null);
            setQ("");
          }}
        />
        <SelectField
          label={kind === "organisation" ? "Организация" : "Человек"}
          value={to}
          options={found.data ?? []}
          onSearch={setQ}
          onChange={setTo}
        />
        <TextArea
          label="Почему"
          hint="Причину увидят обе стороны, она останется в истории."
          error={fault}
          value={reason}
          onChange={setReason}
        />
        {reassign.isError && !fault && (
          <div className="f bad" role="alert">
            <FieldError>{problemText(reassign.error)}</FieldError>
          </div>
        )}
      </div>
    </Dialog>
  );
}
