import { useState } from "react";
import type { Grants, PersonView } from "#features/people/model/people-contract.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import type { Role } from "#shared/actor.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useOrganisationChoice } from "../api.ts";

interface DialogProps {
  readonly territoryId: string;
  readonly personId: string;
  readonly grants: Grants;
  readonly onClose: () => void;
}

function usePlaces({ territoryId, grants }: Pick<DialogProps, "territoryId" | "grants">) {
  const all = useOrganisationChoice(territoryId, grants.organisations === null);
  return grants.organisations?.map((one) => ({ value: one.id, label: one.name })) ?? all;
}

/** A new position, or one that is corrected or ended. */
export function PositionDialog({
  position,
  ...props
}: DialogProps & { readonly position: PersonView["positions"][number] | null }) {
  const today = localDate(useMe().clock.today);
  const organisations = usePlaces(props);
  const [organisation, setOrganisation] = useState(position?.organisationId ?? null);
  const [name, setName] = useState(position?.position ?? "");
  const [from, setFrom] = useState<LocalDate | null>((position?.from as LocalDate | undefined) ?? today);
  const [to, setTo] = useState<LocalDate | null>((position?.to ?? null) as LocalDate | null);
  const over = useWriteOver(position?.version ?? null);
  const save = useWrite(
    (_: void, key) => {
      const fields = { territoryId: props.territoryId, position: name, from, to };
      return position
        ? over((version) =>
            request(`/api/positions/${position.id}`, { method: "PATCH", key, body: { ...fields, version } }),
          )
        : request(`/api/people/${props.personId}/positions`, {
            method: "POST",
            key,
            body: { ...fields, organisationId: organisation },
          });
    },
    { refresh: [["people"]], onDone: props.onClose },
  );
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={position ? `Должность: ${position.organisationName}` : "Новая должность"}
      actions={<SaveOrCancel busy={save.isPending} onSave={() => save.mutate()} onClose={props.onClose} />}
    >
      {!position && (
        <SelectField
          label="Организация"
          options={organisations}
          value={organisation}
          onChange={setOrganisation}
          error={fieldProblem(save.error, "organisationId")}
        />
      )}
      <TextField label="Должность" value={name} onChange={setName} error={fieldProblem(save.error, "position")} />
      <Days {...{ from, setFrom, to, setTo }} error={save.error} />
    </Dialog>
  );
}

interface DaysProps {
  readonly from: LocalDate | null;
  readonly setFrom: (day: LocalDate | null) => void;
  readonly to: LocalDate | null;
  readonly setTo: (day: LocalDate | null) => void;
  readonly error: Error | null;
}

/** From which day a position or a role is held and to which, and what of the whole form was refused. */
function Days({ from, setFrom, to, setTo, error }: DaysProps) {
  const today = localDate(useMe().clock.today);
  const wrong = (path: string) => fieldProblem(error, path);
  return (
    <>
      <DateField label="Первый день" today={today} value={from} onChange={setFrom} error={wrong("from")} />
      <DateField label="Последний день" optional today={today} value={to} onChange={setTo} error={wrong("to")} />
      <Refusal error={error} names={{ position: "Должность", from: "Первый день", to: "Последний день" }} />
    </>
  );
}

/** A new role at the territory or at an organisation. */
export function RoleDialog(props: DialogProps) {
  const today = localDate(useMe().clock.today);
  const organisations = usePlaces(props);
  const { grants } = props;
  const [role, setRole] = useState<string | null>(null);
  const [organisation, setOrganisation] = useState<string | null>(
    organisations.length === 1 ? organisations[0]!.value : null,
  );
  const [from, setFrom] = useState<LocalDate | null>(today);
  const [to, setTo] = useState<LocalDate | null>(null);
  const roles = [...new Set([...grants.organisationRoles, ...grants.territoryRoles])];
  const wide = role !== null && grants.territoryRoles.includes(role as Role);
  const narrow = role !== null && grants.organisationRoles.includes(role as Role);
  const save = useWrite(
    (_: void, key) =>
      request(`/api/people/${props.personId}/roles`, {
        method: "POST",
        key,
        body: { territoryId: props.territoryId, role, organisationId: narrow ? organisation : null, from, to },
      }),
    { refresh: [["people"]], onDone: props.onClose },
  );
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title="Новая роль"
      actions={<SaveOrCancel busy={save.isPending} onSave={() => save.mutate()} onClose={props.onClose} />}
    >
      <SelectField
        label="Роль"
        options={roles.map((one) => ({ value: one, label: ROLE_NAME[one] }))}
        value={role}
        onChange={setRole}
        error={fieldProblem(save.error, "role")}
      />
      {narrow && (
        <SelectField
          label="Организация"
          optional={wide}
          {...(wide && { hint: "Пусто: роль на всей территории" })}
          options={organisations}
          value={organisation}
          onChange={setOrganisation}
          error={fieldProblem(save.error, "organisationId")}
        />
      )}
      <Days {...{ from, setFrom, to, setTo }} error={save.error} />
    </Dialog>
  );
}

/** The last day of a role. */
export function EndRoleDialog({
  role,
  territoryId,
  onClose,
}: {
  readonly role: PersonView["roles"][number];
  readonly territoryId: string;
  readonly onClose: () => void;
}) {
  const today = localDate(useMe().clock.today);
  const [to, setTo] = useState<LocalDate | null>((role.to as LocalDate | null) ?? today);
  const over = useWriteOver(role.version);
  const end = useWrite(
    (_: void, key) =>
      over((version) => request(`/api/roles/${role.id}`, { method: "PATCH", key, body: { territoryId, version, to } })),
    { refresh: [["people"]], onDone: onClose },
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Роль «${role.roleName}»`}
      actions={<SaveOrCancel busy={end.isPending} onSave={() => end.mutate()} onClose={onClose} />}
    >
      <DateField
        label="Последний день"
        hint="Со следующего дня прав этой роли не будет. Пусто: бессрочно"
        optional
        today={today}
        value={to}
        onChange={setTo}
        error={fieldProblem(end.error, "to")}
      />
      <Refusal error={end.error} names={{ to: "Последний день" }} />
    </Dialog>
  );
}

function SaveOrCancel(props: { readonly busy: boolean; readonly onSave: () => void; readonly onClose: () => void }) {
  return (
    <>
      <Button kind="primary" busy={props.busy} onClick={props.onSave}>
        Сохранить
      </Button>
      <Button onClick={props.onClose}>Отмена</Button>
    </>
  );
}
