import { problemText } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import type { ImportItem } from "../../model/view.ts";
import { useCancel } from "./use-cancel.ts";

interface RemoveDialogProps {
  readonly item: Pick<ImportItem, "id" | "name" | "status">;
  readonly territoryId: string;
  onClose(): void;
  onRemoved(): void;
}

/** Before a document is taken off the list: there is no way back but to load it again, and to answer again. */
export function RemoveDialog({ item, territoryId, onClose, onRemoved }: RemoveDialogProps) {
  const remove = useCancel(territoryId, item.id, onRemoved);
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Убрать документ из списка?"
      actions={
        <>
          <Button kind="primary" busy={remove.isPending} onClick={() => remove.mutate(null)}>
            Убрать
          </Button>
          <Button onClick={onClose}>Оставить</Button>
        </>
      }
    >
      <p>
        {item.status === "failed"
          ? `«${item.name}» не прочитан, мероприятий из него нет. Если понадобится, загрузите файл снова.`
          : `Ответы и правки по документу «${item.name}» пропадут. Если он понадобится, загрузите файл снова и ответьте заново.`}
      </p>
      {remove.isError && <p className="late">{problemText(remove.error)}</p>}
    </Dialog>
  );
}
