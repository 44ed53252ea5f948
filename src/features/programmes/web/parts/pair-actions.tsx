import { useState } from "react";
import type { AmendmentView, AnswerPair } from "#features/imports/model/amendment.ts";
import { ActionMenu, type MenuAction } from "#web/ui/action-menu.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { DifferenceRow } from "../../model/redaction-difference.ts";

interface PairActionsProps {
  readonly row: DifferenceRow;
  readonly view: AmendmentView;
  readonly onAnswer: (answer: AnswerPair["answer"]) => void;
}

/** What a person may say of a row against the matching: another measure, a new one, or the matching's word again. */
export function PairActions({ row, view, onAnswer }: PairActionsProps) {
  const [isChoosing, setChoosing] = useState(false);
  const pair = view.pairs.find((one) => one.row === row.key);
  const after = pair?.after ?? (row.kind === "added" ? row.key : undefined);
  const gone = view.difference.rows.filter(({ kind }) => kind === "removed");
  if (!after || view.questions.some((question) => question.after === after)) return undefined;
  const actions: MenuAction[] = [
    ...(gone.length > 0 ? [{ label: "Это прежнее мероприятие…", onClick: () => setChoosing(true) }] : []),
    ...(pair
      ? [{ label: "Это новое мероприятие", onClick: () => onAnswer({ kind: "row", after, before: null }) }]
      : []),
    ...(pair?.byPerson || view.saidNew.includes(after)
      ? [{ label: "Сопоставить по словам снова", onClick: () => onAnswer({ kind: "forget", after }) }]
      : []),
  ];
  if (actions.length === 0) return undefined;
  return (
    <>
      <ActionMenu size="small" label="Сопоставить иначе" actions={actions} />
      {isChoosing && (
        <ChooseMeasure
          row={row}
          gone={gone}
          onClose={() => setChoosing(false)}
          onChoose={(before) => {
            setChoosing(false);
            onAnswer({ kind: "row", after, before });
          }}
        />
      )}
    </>
  );
}

interface ChooseMeasureProps {
  readonly row: DifferenceRow;
  readonly gone: readonly DifferenceRow[];
  readonly onClose: () => void;
  readonly onChoose: (before: string) => void;
}

function ChooseMeasure({ row, gone, onClose, onChoose }: ChooseMeasureProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Какое это мероприятие"
      actions={
        <>
          <Button
            kind="primary"
            disabledReason={chosen === null ? "Выберите мероприятие" : undefined}
            onClick={() => chosen && onChoose(chosen)}
          >
            Это оно
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        <p>{typeset(`В новом документе: ${wordsOf(row)}.`)}</p>
        <SelectField
          label="В действующей редакции"
          hint="Из тех, которых в новом документе не нашлось"
          value={chosen}
          onChange={setChosen}
          options={gone.map((one) => ({ value: one.key, label: wordsOf(one) }))}
        />
      </div>
    </Dialog>
  );
}

/** The row's own words: of a changed one those of the new document. */
function wordsOf({ number, title, kind }: DifferenceRow): string {
  const own = title.filter((stretch) => kind === "removed" || stretch.kind !== "removed").map(({ text }) => text);
  return [number, own.join("")].filter(Boolean).join(" ");
}
