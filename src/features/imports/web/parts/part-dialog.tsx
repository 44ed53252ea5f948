import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { partedTitles, proposedCuts } from "../../model/title-lines.ts";

interface PartDialogProps {
  readonly lines: readonly string[];
  /** where it is parted now */
  readonly cuts: readonly number[];
  onPart(cuts: readonly number[]): void;
  onClose(): void;
}

/** One measure parted into several: which lines of its cell begin a measure of their own, and what comes of it. */
export function PartDialog({ lines, cuts, onPart, onClose }: PartDialogProps) {
  const [chosen, setChosen] = useState<readonly number[]>(cuts.length > 0 ? cuts : proposedCuts(lines));
  const titles = partedTitles(lines, chosen);
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Разделить на несколько мероприятий"
      width={640}
      actions={
        <>
          <Button kind="primary" onClick={() => onPart([...chosen].sort((one, other) => one - other))}>
            {titles.length > 1
              ? `Разделить на ${counted(titles.length, ["мероприятие", "мероприятия", "мероприятий"])}`
              : "Оставить одним"}
          </Button>
          <Button kind="ghost" onClick={onClose}>
            Не менять
          </Button>
        </>
      }
    >
      <div className="part-form">
        <FieldGroup label="С каких строк начинается новое мероприятие">
          <p className="part-first">{lines[0]}</p>
          <div className="choices">
            {lines.slice(1).map((line, at) => (
              <CheckField
                // oxlint-disable-next-line react/no-array-index-key -- lines of a cell never move
                key={at}
                label={line}
                checked={chosen.includes(at + 1)}
                onChange={(checked) =>
                  setChosen((now) => (checked ? [...now, at + 1] : now.filter((cut) => cut !== at + 1)))
                }
              />
            ))}
          </div>
        </FieldGroup>
        <section aria-label="Что получится">
          <h3>Получится</h3>
          <ol>
            {titles.map((title, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <li key={at}>{title}</li>
            ))}
          </ol>
          <p className="q">
            Срок, исполнители и результат у всех общие; если в их клетках столько же строк, они разойдутся по порядку.
          </p>
        </section>
      </div>
    </Dialog>
  );
}
