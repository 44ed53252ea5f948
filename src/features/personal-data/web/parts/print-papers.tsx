import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { problemText } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { savePaper } from "./save-paper.ts";

/** The two papers of a destruction; the name is asked for, because the program no longer knows it. */
export function PrintPapers({
  destructionId,
  territoryId,
  knownName = "",
  title = "Документы об уничтожении",
  onClose,
}: {
  readonly destructionId: string;
  readonly territoryId: string;
  /** still on this page right after the destruction */
  readonly knownName?: string;
  readonly title?: string;
  readonly onClose: () => void;
}) {
  const [subject, setSubject] = useState(knownName);
  const print = useMutation({
    mutationFn: (paper: "act" | "extract") => savePaper(destructionId, paper, { territoryId, subject }),
  });
  const isPrinting = (paper: "act" | "extract") => print.isPending && print.variables === paper;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="primary" icon="download" busy={isPrinting("act")} onClick={() => print.mutate("act")}>
            Акт
          </Button>
          <Button icon="download" busy={isPrinting("extract")} onClick={() => print.mutate("extract")}>
            Выгрузка из журнала
          </Button>
        </>
      }
    >
      <p className="m dialog-said">
        {typeset(
          "Распечатайте, подпишите и храните не менее трёх лет. В программе имени больше нет: оно попадёт только в файл.",
        )}
      </p>
      <TextField
        label="Чьи данные уничтожены"
        hint="Фамилия, имя, отчество. Если оставить пустым, впишете на бумаге"
        optional
        value={subject}
        onChange={setSubject}
      />
      {print.isError && <FieldError>{problemText(print.error)}</FieldError>}
    </Dialog>
  );
}
