import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import type { RefusedRow } from "#shared/each-row.ts";
import type { ReassignedMany, UndoneReassign } from "#features/obligations/model/contract.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showUndo } from "#web/ui/notice.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { termsInWords, termWithDayInWords } from "../../model/chosen-term.ts";
import type { RowOfList, RowsList } from "../../model/contract.ts";
import { tellTakenBack } from "./tell-taken-back.ts";

export interface ReassignDialogProps {
  readonly territoryId: string;
  readonly rows: readonly RowOfList[];
  readonly onClose: () => void;
  readonly onDone: (refused: readonly RefusedRow[]) => void;
}

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
  const [sample] = rows;
  const isOneTerm = rows.every((row) => row.measureId === sample?.measureId && row.dueOn === sample.dueOn);
  // who has the same term already would only be refused
  const owing = useQuery({
    queryKey: ["progress", "rows", "owing", territoryId, sample?.measureId, sample?.dueOn],
    queryFn: ({ signal }) =>
      request<RowsList>("/api/progress/rows", {
        query: { territoryId, measureId: sample!.measureId, from: sample!.dueOn, to: sample!.dueOn },
        signal,
      }),
    enabled: isOneTerm && sample !== undefined,
  });
  const reassign = useWrite(
    (body: object, key) => request<ReassignedMany>("/api/obligations/reassigned", { method: "POST", body, key }),
    {
      onDone: ({ done, refused }) => {
        // nothing was done: what is chosen and typed stays, with why it was refused
        if (done.length === 0) return;
        onDone(refused);
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
  const takeBack = (made: ReassignedMany["done"]) =>
    tellTakenBack(
      () => undo.mutateAsync({ territoryId, rows: made.map(({ newId, version }) => ({ id: newId, version })) }),
      { all: "Передача отменена", some: "Отменено не всё", none: "Передача не отменена" },
    );
  const fault = fieldProblem(reassign.error, "reason");
  const begun = rows.filter(({ report }) => report !== null).length;
  const free = rows.filter(({ report }) => report === null);
  const [only] = rows.length === 1 ? rows : [];
  const bearers = new Set(free.map(({ bearerKey }) => bearerKey));
  const have = new Set(owing.data?.rows.filter(({ closed }) => !closed).map(({ bearerKey }) => bearerKey));
  // whoever bears all of these already is nobody to hand them to
  const isTaker = (key: string) => !have.has(key) && (bearers.size !== 1 || !bearers.has(key));
  const options = (found.data ?? []).filter(({ value }) => isTaker(`${kind}:${value}`));
  const why =
    reassign.data?.done.length === 0 ? [...new Set(reassign.data.refused.map(({ text }) => text))].join(" ") : "";
  const told = reassign.isError && !fault ? problemText(reassign.error) : why;
  const canHand = free.length > 0;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={typeset(`Передать: ${termsInWords(free.length || rows.length)}`)}
      width={560}
      actions={
        canHand ? (
          <>
            <Button
              kind="primary"
              busy={reassign.isPending}
              disabledReason={to === null ? "Выберите, кто будет отчитываться" : undefined}
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
        ) : (
          <Button onClick={onClose}>Закрыть</Button>
        )
      }
    >
      <div className="form-gap">
        {only && <p className="m">{typeset(termWithDayInWords(only))}</p>}
        {canHand && <p className="m">{typeset("Прежний исполнитель больше не отчитывается, срок остаётся тем же.")}</p>}
        {begun > 0 && (
          <output className="remark">
            {typeset(
              `Не передать: по ${counted(begun, ["сроку", "срокам", "срокам"])} отчёт уже начат. Попросите исполнителя дописать его или передать коллеге внутри организации.${canHand ? ` Передать можно остальное: ${termsInWords(free.length)}.` : ""}`,
            )}
          </output>
        )}
        {canHand && (
          <>
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
              options={options}
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
          </>
        )}
        {told && (
          <div className="f bad" role="alert">
            <FieldError>{told}</FieldError>
          </div>
        )}
      </div>
    </Dialog>
  );
}
