import { useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { PersonData } from "../../model/contract.ts";
import { DESTRUCTION_REASONS } from "../../model/destruction.ts";

/** «Достижение цели обработки» and «152-ФЗ, статья 21, часть 4» apart: a narrow field shows the first whole. */
const REASONS = Object.entries(DESTRUCTION_REASONS).map(([value, words]) => {
  const [said = "", source = ""] = words.split(/ \(|\)$/);
  return { value, label: said.charAt(0).toLocaleUpperCase("ru") + said.slice(1), source };
});

/** The second step: why, by which paper, and the surname typed by hand. */
export function DestroyDialog({
  data,
  territoryId,
  onClose,
  onDone,
}: {
  readonly data: PersonData;
  readonly territoryId: string;
  readonly onClose: () => void;
  readonly onDone: (destructionId: string) => void;
}) {
  const [reason, setReason] = useState<string | null>("purpose_achieved");
  const [basis, setBasis] = useState("");
  const [surname, setSurname] = useState("");
  const destroy = useWrite(
    (_: void, key) =>
      request<{ id: string }>(`/api/people/${data.person.id}/destruction`, {
        method: "POST",
        body: { territoryId, version: data.version, reason, basis, surname },
        key,
      }),
    { refresh: [["personal-data"], ["people"]], onDone: ({ id }) => onDone(id) },
  );
  const wrong = (field: string) => fieldProblem(destroy.error, field);
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Уничтожить персональные данные"
      width={560}
      actions={
        <>
          <Button kind="primary" busy={destroy.isPending} onClick={() => destroy.mutate()}>
            Уничтожить навсегда
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <p className="m dialog-said">{typeset(`${data.person.fullName}. Вернуть данные будет нельзя.`)}</p>
      <SelectField
        label="Причина"
        hint={typeset(REASONS.find((one) => one.value === reason)?.source ?? "")}
        options={REASONS}
        value={reason}
        onChange={setReason}
        error={wrong("reason")}
      />
      <TextField
        label="Документ-основание"
        hint="Номер и дата без фамилии: заявление от 19.10.2026 № 12"
        value={basis}
        onChange={setBasis}
        error={wrong("basis")}
      />
      <TextField
        label="Фамилия человека"
        hint="Наберите её сами: так вы проверите, чьи данные уничтожаете"
        autoComplete="off"
        value={surname}
        onChange={setSurname}
        error={wrong("surname")}
      />
      <Refusal error={destroy.error} names={{ basis: "Документ-основание", surname: "Фамилия", reason: "Причина" }} />
    </Dialog>
  );
}
