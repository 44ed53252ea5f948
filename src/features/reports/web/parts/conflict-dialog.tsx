import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReportView } from "../../model/contract.ts";
import type { ReportForm } from "../../model/report-form.ts";
import { LOCALE } from "#web/language/language.ts";

export interface ConflictDialogProps {
  readonly mine: ReportForm;
  readonly theirs: ReportView | null;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

const WHEN = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

/** The report was saved elsewhere meanwhile: both texts side by side, a person chooses, nothing is merged in silence. */
export function ConflictDialog({ mine, theirs, onMine, onTheirs }: ConflictDialogProps) {
  return (
    <Dialog
      opened={theirs !== null}
      onClose={() => undefined}
      closable={false}
      title="Отчёт сохранили и в другом месте"
      width={760}
      actions={
        <>
          <Button kind="primary" onClick={onMine}>
            Оставить мой вариант
          </Button>
          <Button onClick={onTheirs}>Взять сохранённый</Button>
        </>
      }
    >
      <p className="m">
        {typeset(
          "Пока вы заполняли, этот отчёт сохранил другой человек или вы сами с другого устройства. Выберите, с чем работать дальше.",
        )}
      </p>
      {theirs && (
        <div className="two-texts">
          <section>
            <h3>Ваш вариант, на этом устройстве</h3>
            <p>{mine.text || "Текста пока нет"}</p>
            <p className="sm q">Файлов: {mine.files.length}</p>
          </section>
          <section>
            <h3>Сохранён {WHEN.format(new Date(theirs.savedAt))}</h3>
            <p>{theirs.text || "Текста пока нет"}</p>
            <p className="sm q">Файлов: {theirs.evidence.filter((one) => one.kind === "file").length}</p>
          </section>
        </div>
      )}
    </Dialog>
  );
}
