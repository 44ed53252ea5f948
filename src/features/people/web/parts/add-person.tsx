import { useState } from "react";
import type { Grants, MadeLink } from "#features/people/model/people-contract.ts";
import { ROLE_NAME, TERRITORY_ROLES } from "#features/places/model/words.ts";
import type { Role } from "#shared/actor.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { ApiProblem, fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useOrganisationChoice } from "../api.ts";

export interface AddPersonProps {
  readonly territoryId: string;
  readonly grants: Grants;
  /** the organisation the list is narrowed to */
  readonly organisationId: string | null;
  readonly onClose: () => void;
  readonly onDone: (personId: string, link: MadeLink | null) => void;
}

/** Adds a person; with a login, the invitation link comes at once. */
export function AddPerson({ territoryId, grants, organisationId, onClose, onDone }: AddPersonProps) {
  const today = localDate(useMe().clock.today);
  const all = useOrganisationChoice(territoryId, grants.organisations === null);
  const organisations = grants.organisations?.map((one) => ({ value: one.id, label: one.name })) ?? all;
  const [form, setForm] = useState({
    familyName: "",
    givenName: "",
    patronymic: "",
    phone: "",
    organisation: organisationId ?? (organisations.length === 1 ? organisations[0]!.value : null),
    position: "",
    from: today as LocalDate | null,
    role: null as string | null,
    login: "",
  });
  const set =
    <Key extends keyof typeof form>(key: Key) =>
    (value: (typeof form)[Key]) =>
      setForm((now) => ({ ...now, [key]: value }));
  const roles = [...new Set([...grants.organisationRoles, ...grants.territoryRoles])];
  const add = useWrite(
    async (join: boolean, key) => {
      // a methodologist may stand at either: at the organisation where one is chosen
      const atOrganisation = form.organisation !== null && grants.organisationRoles.includes(form.role as Role);
      const made = await request<{ id: string }>("/api/people", {
        method: "POST",
        key: join ? `${key}-join` : key,
        body: {
          territoryId,
          familyName: form.familyName,
          givenName: form.givenName,
          patronymic: form.patronymic,
          phone: form.phone,
          position: form.organisation
            ? { organisationId: form.organisation, name: form.position, from: form.from }
            : null,
          role: form.role
            ? { role: form.role, organisationId: atOrganisation ? form.organisation : null, from: form.from }
            : null,
          login: form.login.trim() === "" ? null : form.login,
          join,
        },
      });
      const link =
        form.login.trim() === "" || join
          ? null
          : await request<MadeLink>(`/api/people/${made.id}/link`, { method: "POST", body: { territoryId } });
      return { id: made.id, link };
    },
    { refresh: [["people"]], onDone: ({ id, link }) => onDone(id, link) },
  );
  const taken = add.error instanceof ApiProblem && add.error.code === "login-taken";
  const wrong = (path: string) => fieldProblem(add.error, path);
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Добавить человека"
      width={560}
      actions={
        <>
          <Button kind="primary" busy={add.isPending} onClick={() => add.mutate(false)}>
            {form.login.trim() === "" ? "Добавить" : "Добавить и пригласить"}
          </Button>
          {taken && (
            <Button busy={add.isPending} onClick={() => add.mutate(true)}>
              Это он и есть: дать ему место
            </Button>
          )}
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <TextField
        label="Фамилия"
        value={form.familyName}
        onChange={set("familyName")}
        error={wrong("familyName")}
        data-autofocus
      />
      <TextField label="Имя" value={form.givenName} onChange={set("givenName")} error={wrong("givenName")} />
      <TextField
        label="Отчество"
        optional
        value={form.patronymic}
        onChange={set("patronymic")}
        error={wrong("patronymic")}
      />
      <SelectField
        label="Организация"
        optional={grants.territoryRoles.length > 0}
        options={organisations}
        value={form.organisation}
        onChange={set("organisation")}
        error={wrong("position.organisationId") ?? wrong("role.organisationId") ?? wrong("position")}
      />
      {form.organisation && (
        <TextField
          label="Должность"
          hint="Как в штатном расписании: «заместитель директора по УВР»"
          value={form.position}
          onChange={set("position")}
          error={wrong("position.name")}
        />
      )}
      <SelectField
        label="Роль в Ориентире"
        hint="Что человек сможет делать. Без роли он только в списке"
        optional
        options={roles.map((role) => ({ value: role, label: roleLabel(role, grants) }))}
        value={form.role}
        onChange={set("role")}
        error={wrong("role.role")}
      />
      <DateField
        label="С какого дня"
        today={today}
        value={form.from}
        onChange={set("from")}
        error={wrong("position.from") ?? wrong("role.from")}
      />
      <TextField
        label="Логин"
        optional
        hint="Адрес почты или имя. Тогда сразу получится ссылка-приглашение"
        autoCapitalize="none"
        spellCheck={false}
        value={form.login}
        onChange={set("login")}
        error={wrong("login")}
      />
      {add.isError && (
        <div role="alert" className="f">
          <FieldError>{problemText(add.error)}</FieldError>
        </div>
      )}
    </Dialog>
  );
}

/** A methodologist may stand at the territory or at an organisation: said beside the word. */
function roleLabel(role: Role, grants: Grants): string {
  const wide = TERRITORY_ROLES.includes(role) && !grants.organisationRoles.includes(role);
  return wide ? `${ROLE_NAME[role]} (вся территория)` : ROLE_NAME[role];
}
