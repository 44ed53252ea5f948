import { useState } from "react";
import { useWrite } from "#web/api/query.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import type { ImportItem } from "../../model/view.ts";
import { importPath } from "../api.ts";

/** Takes a document that could not be read off the list, after a question: there is no way back but to load it again. */
export function RemoveFailed({ item, territoryId }: { readonly item: ImportItem; readonly territoryId: string }) {
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const remove = useWrite((_: null, key) => request(importPath(territoryId, item.id), { method: "DELETE", key }), {
    refresh: [["imports", "list"]],
    onDone: close,
  });
  return (
    <>
      <Button size="small" kind="ghost" aria-label={`Убрать документ «${item.name}»`} onClick={() => setAsked(true)}>
        Убрать
      </Button>
      <Dialog
        opened={asked}
        onClose={close}
        title="Убрать документ из списка?"
        actions={
          <>
            <Button kind="primary" busy={remove.isPending} onClick={() => remove.mutate(null)}>
              Убрать
            </Button>
            <Button onClick={close}>Оставить</Button>
          </>
        }
      >
        <p>«{item.name}» не прочитан, мероприятий из него нет. Если понадобится, загрузите файл снова.</p>
        {remove.isError && <p className="late">{problemText(remove.error)}</p>}
      </Dialog>
    </>
  );
}
