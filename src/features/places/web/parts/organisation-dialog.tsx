import { useState } from "react";
import type { OrganisationView } from "#features/places/model/contract.ts";
import { ORGANISATION_KIND_NAME, ORGANISATION_KINDS } from "#features/places/model/words.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const NAMES = {
  name: "Полное название",
  shortName: "Краткое название",
  inn: "ИНН",
  address: "Адрес",
  phone: "Телефон",
  email: "Почта",
};

/** A new organisation, or one that is corrected. */
export function OrganisationDialog({
  territoryId,
  organisation,
  onClose,
  onDone,
}: {
  readonly territoryId: string;
  readonly organisation: OrganisationView | null;
  readonly onClose: () => void;
  readonly onDone: (organisationId: string) => void;
}) {
  const [form, setForm] = useState({
    kind: (organisation?.kind ?? "school") as string | null,
    name: organisation?.name ?? "",
    shortName: organisation?.shortName ?? "",
    inn: organisation?.inn ?? "",
    address: organisation?.address ?? "",
    phone: organisation?.phone ?? "",
    email: organisation?.email ?? "",
  });
  const over = useWriteOver(organisation?.version ?? null);
  const save = useWrite(
    async (_: void, key) => {
      if (!organisation)
        return request<{ id: string }>("/api/organisations", { method: "POST", key, body: { ...form, territoryId } });
      await over((version) =>
        request(`/api/organisations/${organisation.id}`, { method: "PATCH", key, body: { ...form, version } }),
      );
      return { id: organisation.id };
    },
    { refresh: [["organisations"]], onDone: ({ id }) => onDone(id) },
  );
  const field = (key: keyof typeof NAMES) => ({
    label: NAMES[key],
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
    error: fieldProblem(save.error, key),
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={organisation ? "Сведения об организации" : "Новая организация"}
      width={560}
      actions={
        <>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
            Сохранить
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <SelectField
        label="Вид"
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: ORGANISATION_KIND_NAME[kind] }))}
        value={form.kind}
        onChange={(kind) => setForm((now) => ({ ...now, kind }))}
        error={fieldProblem(save.error, "kind")}
      />
      <TextField {...field("name")} hint="Как в уставе" />
      <TextField {...field("shortName")} hint="Стоит в таблицах и отчётах: «СОШ № 3»" />
      <TextField {...field("inn")} optional inputMode="numeric" />
      <TextField {...field("address")} optional />
      <TextField {...field("phone")} optional type="tel" />
      <TextField {...field("email")} optional type="email" />
      <Refusal error={save.error} names={NAMES} />
    </Dialog>
  );
}
