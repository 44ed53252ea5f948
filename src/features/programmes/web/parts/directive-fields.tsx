import { useState } from "react";
import type { LocalDate } from "#shared/local-date.ts";
import type { StoredFile } from "#features/files/model/contract.ts";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { FileDrop } from "#web/ui/file-drop.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { paperLabel, usePaperSearch, usePapersById } from "./paper-search.ts";

export interface DirectiveDraft {
  readonly mode: "new" | "registered";
  readonly number: string;
  readonly datedOn: LocalDate | null;
  readonly title: string;
  readonly files: readonly StoredFile[];
  readonly paperId: string | null;
}

export interface DirectiveFieldsProps {
  readonly territoryId: string;
  readonly value: DirectiveDraft;
  /** `datedOn`: the day of the directive, also of one that is registered */
  readonly onChange: (value: DirectiveDraft, datedOn: LocalDate | null) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** The directive of approval: a new one with its number and day, or one that is registered already. */
export function DirectiveFields({ territoryId, value, onChange, problemOf }: DirectiveFieldsProps) {
  const { found, search } = usePaperSearch(territoryId, "directive");
  const [searched, setSearched] = useState(false);
  const chosen = usePapersById(territoryId, value.paperId ? [value.paperId] : []);
  const registered = [...new Map([...chosen.values(), ...found].map((paper) => [paper.id, paper])).values()].filter(
    (paper) => paper.number && paper.datedOn,
  );
  // words that find nothing do not take the field away
  const hasRegistered = registered.length > 0 || searched;
  const set = (part: Partial<DirectiveDraft>) => {
    const next = { ...value, ...part };
    const paper = registered.find(({ id }) => id === next.paperId);
    onChange(next, next.mode === "registered" ? ((paper?.datedOn ?? null) as LocalDate | null) : next.datedOn);
  };
  return (
    <>
      {hasRegistered && (
        <ChoiceField
          label="Приказ"
          value={value.mode}
          onChange={(mode) => set({ mode: mode as DirectiveDraft["mode"] })}
          options={[
            { value: "new", label: "Новый приказ" },
            { value: "registered", label: "Уже зарегистрирован" },
          ]}
        />
      )}
      {value.mode === "registered" && hasRegistered ? (
        <SelectField
          label="Какой"
          hint="Ищите по номеру или словам из названия"
          value={value.paperId}
          onChange={(paperId) => set({ paperId })}
          options={registered.map((paper) => ({ value: paper.id, label: paperLabel(paper) }))}
          onSearch={(words) => {
            setSearched(true);
            search(words);
          }}
          error={value.paperId ? undefined : problemOf("number")}
        />
      ) : (
        <>
          <div className="pair">
            <TextField
              label="Номер приказа"
              value={value.number}
              onChange={(number) => set({ number })}
              error={problemOf("number")}
              maxLength={60}
              autoComplete="off"
            />
            <DateField
              label="Дата приказа"
              value={value.datedOn}
              onChange={(datedOn) => set({ datedOn })}
              error={problemOf("datedOn")}
            />
          </div>
          <TextField
            label="О чём приказ"
            optional
            value={value.title}
            onChange={(title) => set({ title })}
            error={problemOf("title")}
          />
          <FieldGroup label="Файл приказа" optional>
            <FileDrop single files={value.files} onChange={(files) => set({ files })} territoryId={territoryId} />
          </FieldGroup>
        </>
      )}
    </>
  );
}
