import { useState } from "react";
import type { PersonView } from "#features/people/model/people-contract.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Corrects a name or a phone. */
export function EditPersonDialog({
  person,
  territoryId,
  onClose,
}: {
  readonly person: PersonView;
  readonly territoryId: string;
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState({
    familyName: person.familyName,
    givenName: person.givenName,
    patronymic: person.patronymic,
    phone: person.phone,
  });
  const over = useWriteOver(person.version);
  const save = useWrite(
    (_: void, key) =>
      over((version) =>
        request(`/api/people/${person.id}`, { method: "PATCH", key, body: { ...form, territoryId, version } }),
      ),
    { refresh: [["people"]], onDone: onClose },
  );
  const field = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
    error: fieldProblem(save.error, key),
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Имя и телефон"
      actions={
        <>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
            Сохранить
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <TextField label="Фамилия" {...field("familyName")} />
      <TextField label="Имя" {...field("givenName")} />
      <TextField label="Отчество" optional {...field("patronymic")} />
      <TextField label="Телефон" optional type="tel" {...field("phone")} />
      <Refusal
        error={save.error}
        names={{ familyName: "Фамилия", givenName: "Имя", patronymic: "Отчество", phone: "Телефон" }}
      />
    </Dialog>
  );
}
