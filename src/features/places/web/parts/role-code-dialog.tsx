import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { latinLookAlikes } from "#domain/russian/match-key.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { OrganisationList, RoleCodeView } from "#features/places/model/contract.ts";
import {
  DESIGNATION_NAME,
  DESIGNATIONS,
  ORGANISATION_KIND_NAME,
  ORGANISATION_KINDS,
} from "#features/places/model/words.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField, ChoiceField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { withChosen } from "#web/ui/searched-words.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const KINDS = [
  { value: "organisationKind", label: "Организации одного или нескольких видов" },
  { value: "designation", label: "Организации со статусом" },
  { value: "organisation", label: "Одна организация" },
  { value: "position", label: "Люди на должности" },
  { value: "territory", label: "Муниципалитет в целом" },
  { value: "outside", label: "Вне муниципалитета: ничего не сдаёт" },
];

/** The meaning of one role code in the district. */
export function RoleCodeDialog({
  territoryId,
  code,
  onClose,
}: {
  readonly territoryId: string;
  readonly code: RoleCodeView | null;
  readonly onClose: () => void;
}) {
  const was = code?.audience;
  const [text, setText] = useState(code?.code ?? "");
  const [kind, setKind] = useState<string>(was?.kind ?? "organisationKind");
  const [kinds, setKinds] = useState<readonly string[]>(was?.kind === "organisationKind" ? was.kinds : []);
  const [statuses, setStatuses] = useState<readonly string[]>(was?.kind === "designation" ? was.designations : []);
  const [organisation, setOrganisation] = useState<string | null>(was?.kind === "organisation" ? was.id : null);
  const [words, setWords] = useState(was?.kind === "position" ? was.words : "");
  const organisations = useQuery({
    queryKey: ["organisations", "choice", territoryId, "whole"],
    queryFn: ({ signal }) =>
      request<z.infer<typeof OrganisationList>>("/api/organisations", {
        query: { territoryId, view: "whole" },
        signal,
      }),
    enabled: kind === "organisation",
  });
  const options = withChosen(
    (organisations.data?.items ?? []).map((one) => ({ value: one.id, label: one.shortName })),
    // one closed since is still what the code means
    was?.kind === "organisation" ? { value: was.id, label: code!.meaning } : undefined,
  );
  const audience = {
    organisationKind: { kind, kinds },
    designation: { kind, designations: statuses },
    organisation: { kind, id: organisation },
    position: { kind, words },
    person: was,
    territory: { kind },
    community: { kind },
    outside: { kind },
  }[kind as Audience["kind"]];
  const over = useWriteOver(code?.version ?? null);
  const save = useWrite(
    (_: void, key) =>
      over((version) =>
        request("/api/role-codes", { method: "PUT", key, body: { territoryId, code: text, audience, version } }),
      ),
    { refresh: [["role-codes"]], onDone: onClose },
  );
  const latin = latinLookAlikes(text);
  const wrong = (path: string) => fieldProblem(save.error, path);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={code ? `Код «${code.code}»` : "Новый код"}
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
      {!code && (
        <TextField
          label="Код"
          hint={
            latin.length > 0
              ? `Латинские буквы: будет понят как «${latin.map((one) => one.meant).join(", ")}»`
              : "Как в дорожных картах: «ОО», «ШНОР», «РМО»"
          }
          value={text}
          onChange={setText}
          error={wrong("code")}
        />
      )}
      <ChoiceField label="Кого он означает" options={KINDS} value={kind} onChange={setKind} />
      {kind === "organisationKind" && (
        <Several
          label="Виды организаций"
          options={ORGANISATION_KINDS.map((one) => [one, ORGANISATION_KIND_NAME[one]])}
          values={kinds}
          onChange={setKinds}
          error={wrong("audience.kinds") && "Отметьте хотя бы один вид."}
        />
      )}
      {kind === "designation" && (
        <Several
          label="Статусы"
          options={DESIGNATIONS.map((one) => [one, DESIGNATION_NAME[one].full])}
          values={statuses}
          onChange={setStatuses}
          error={wrong("audience.designations") && "Отметьте хотя бы один статус."}
        />
      )}
      {kind === "organisation" && (
        <SelectField
          label="Организация"
          options={options}
          value={organisation}
          onChange={setOrganisation}
          error={wrong("audience.id")}
        />
      )}
      {kind === "position" && (
        <TextField
          label="Слова из названия должности"
          hint="«психолог» найдёт и «педагог-психолог»"
          value={words}
          onChange={setWords}
          error={wrong("audience.words") && "Напишите слово из названия должности."}
        />
      )}
      <Refusal error={save.error} />
    </Dialog>
  );
}

function Several({
  label,
  options,
  values,
  onChange,
  error,
}: {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly error: string | undefined | "";
}) {
  return (
    <FieldGroup label={label} {...(error && { error })}>
      <div className="choices">
        {options.map(([value, name]) => (
          <CheckField
            key={value}
            label={name}
            checked={values.includes(value)}
            onChange={(on) => onChange(on ? [...values, value] : values.filter((one) => one !== value))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
