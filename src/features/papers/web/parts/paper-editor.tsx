import { useState } from "react";
import type { LocalDate } from "#shared/local-date.ts";
import type { StoredFile } from "#features/files/model/contract.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { FileDrop } from "#web/ui/file-drop.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { PaperList } from "../../model/contract.ts";
import { PAPER_KIND_NAME, PAPER_KINDS, type PaperKind } from "../../model/words.ts";
import "./paper-editor.css";

export interface PaperDraft {
  readonly kind: PaperKind;
  readonly number: string;
  readonly datedOn: LocalDate | null;
  readonly title: string;
  /** null: the territory */
  readonly issuer: string | null;
  readonly files: readonly StoredFile[];
}

export const emptyDraft: PaperDraft = {
  kind: "directive",
  number: "",
  datedOn: null,
  title: "",
  issuer: null,
  files: [],
};

/** The draft as the interface takes it. */
export function sentForm(draft: PaperDraft): object {
  return {
    kind: draft.kind,
    number: draft.number,
    datedOn: draft.datedOn,
    title: draft.title,
    issuerOrganisationId: draft.issuer,
    fileId: draft.files[0]?.id ?? null,
  };
}

export interface PaperEditorProps {
  readonly territoryId: string;
  readonly initial: PaperDraft;
  readonly issuers: PaperList["issuers"];
  readonly problem: unknown;
  readonly busy: boolean;
  readonly action: string;
  readonly onSend: (draft: PaperDraft) => void;
  /** the address to go back to, or what to do */
  readonly cancel: string | (() => void);
}

const TERRITORY = "territory";

/** What a paper is: kind, number, day, words, who issued it, its file. */
export function PaperEditor(props: PaperEditorProps) {
  const { territoryId, initial, issuers, problem, busy, action, onSend, cancel } = props;
  const [draft, setDraft] = useState(initial);
  const set = (part: Partial<PaperDraft>) => setDraft((now) => ({ ...now, ...part }));
  const error = (field: string) => fieldProblem(problem, field);
  return (
    <form
      className="paper-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(draft);
      }}
    >
      {problem ? <ErrorState title="Документ не сохранён" problem={problem} /> : undefined}
      <SelectField
        label="Вид"
        value={draft.kind}
        onChange={(kind) => set({ kind: (kind ?? "directive") as PaperKind })}
        options={PAPER_KINDS.map((kind) => ({ value: kind, label: PAPER_KIND_NAME[kind] }))}
        error={error("kind")}
      />
      <div className="pair">
        <TextField
          label="Номер"
          optional
          value={draft.number}
          onChange={(number) => set({ number })}
          error={error("number")}
          autoComplete="off"
        />
        <DateField
          label="Дата"
          optional
          value={draft.datedOn}
          onChange={(datedOn) => set({ datedOn })}
          error={error("datedOn")}
        />
      </div>
      <TextField
        label="О чём"
        hint="Как в заголовке документа"
        value={draft.title}
        onChange={(title) => set({ title })}
        error={error("title")}
      />
      {issuers.length > 1 && (
        <SelectField
          label="Кто издал"
          value={draft.issuer ?? TERRITORY}
          onChange={(issuer) => set({ issuer: issuer === TERRITORY ? null : issuer })}
          options={issuers.map(({ id, name }) => ({ value: id ?? TERRITORY, label: name }))}
          error={error("issuerOrganisationId")}
        />
      )}
      <FieldGroup label="Файл" optional error={error("fileId")}>
        <FileDrop single files={draft.files} onChange={(files) => set({ files })} territoryId={territoryId} />
      </FieldGroup>
      <div className="form-act">
        <Button type="submit" kind="primary" size="large" busy={busy}>
          {action}
        </Button>
        {typeof cancel === "string" ? (
          <ButtonLink to={cancel} kind="ghost" size="large">
            Отменить
          </ButtonLink>
        ) : (
          <Button kind="ghost" size="large" onClick={cancel}>
            Отменить
          </Button>
        )}
      </div>
    </form>
  );
}
