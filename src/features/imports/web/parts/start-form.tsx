import { useState } from "react";
import type { StoredFile } from "#features/files/model/contract.ts";
import { useWrite } from "#web/api/query.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { FileDrop } from "#web/ui/file-drop.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { unreadableFile } from "../../model/readable-file.ts";
import { PasteField } from "./paste-field.tsx";
import { Stages } from "./stages.tsx";
import "./start-form.css";

/** Documents with macros are stopped at the door: another person will open what is kept. */
const ACCEPT = ".docx,.doc,.dotx,.dot,.odt,.fodt,.rtf,.xlsx,.xls,.ods,.pdf,.txt,.html,.htm,.mht";

interface StartFormProps {
  readonly territoryId: string;
  readonly organisationId: string | null;
  /** the programme in force that the document amends */
  readonly amends?: string;
  readonly onStarted: (id: string) => void;
}

interface Start {
  readonly fileId: string | null;
  readonly pasted: { readonly name: string; readonly text: string } | null;
}

/** A file starts being read as soon as it is up; a pasted table, when its button is pressed. */
export function StartForm({ territoryId, organisationId, amends, onStarted }: StartFormProps) {
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const start = useWrite(
    (body: Start, key) =>
      request<{ id: string }>("/api/imports", {
        method: "POST",
        body: { territoryId, ownerOrganisationId: organisationId, ...(amends && { amends }), ...body },
        key,
      }),
    { refresh: [["imports", "list"]], onDone: ({ id }) => onStarted(id) },
  );
  const [file] = files;
  return (
    <section className="import-start" aria-label="Новый документ">
      <FieldGroup
        label="Файл с дорожной картой"
        hint="Word (.docx, .doc, .rtf), Excel (.xlsx, .xls), OpenDocument (.odt, .ods), PDF с текстом, веб-страница или текст (.txt). Если есть выбор, берите исходный документ Word: в нём таблицы целы."
        error={start.isError && start.variables?.fileId ? problemText(start.error) : undefined}
      >
        <FileDrop
          single
          accept={ACCEPT}
          judge={unreadableFile}
          territoryId={territoryId}
          files={files}
          onChange={(chosen) => {
            setFiles(chosen);
            if (chosen[0]) start.mutate({ fileId: chosen[0].id, pasted: null });
          }}
        />
      </FieldGroup>
      <Stages amends={amends !== undefined} {...((file || start.isPending) && { current: 0 as const })} />
      {file && start.isError && (
        <Button kind="primary" busy={start.isPending} onClick={() => start.mutate({ fileId: file.id, pasted: null })}>
          Прочитать документ
        </Button>
      )}
      <details className="paste">
        <summary>Вставить таблицу или текст</summary>
        <div className="paste-in">
          <PasteField value={text} onChange={setText} />
          {text !== "" && (
            <>
              <TextField
                label="Как назвать документ"
                value={name}
                onChange={setName}
                error={start.isError && start.variables?.pasted ? problemText(start.error) : undefined}
              />
              <Button
                kind="primary"
                busy={start.isPending}
                disabledReason={name.trim() === "" ? "Назовите документ, чтобы найти его потом" : undefined}
                onClick={() => start.mutate({ fileId: null, pasted: { name, text } })}
              >
                Прочитать вставленное
              </Button>
            </>
          )}
        </div>
      </details>
    </section>
  );
}
