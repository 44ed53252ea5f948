import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { HistoryEntry } from "../../model/history.ts";

interface UndoAmendmentProps {
  /** the amendment asked about; undefined: nothing is asked */
  readonly item: HistoryEntry | undefined;
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

/** The question before an amendment by an order is undone: what it brought, and what comes of the programme and its reports. */
export function UndoAmendment({ item, onClose, onUndo }: UndoAmendmentProps) {
  const amends = item?.change?.amends;
  if (!item || !amends) return undefined;
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Отменить изменения по приказу?"
      actions={
        <>
          <Button kind="primary" onClick={onUndo}>
            Отменить изменения
          </Button>
          <Button onClick={onClose}>Оставить</Button>
        </>
      }
    >
      <div className="form-gap">
        <p>{typeset(`${item.text}.`)}</p>
        <p>
          {typeset(
            `Мероприятия станут такими, какими были до приказа. Отчёты, которые изменения закрыли или перенесли, вернутся к прежним срокам, добавленные закроются; начатое и сданное останется. ${amends} получит пометку «отменена».`,
          )}
        </p>
        <p className="m">{typeset("Сам приказ останется среди документов, а изменения можно вернуть здесь же.")}</p>
      </div>
    </Dialog>
  );
}
