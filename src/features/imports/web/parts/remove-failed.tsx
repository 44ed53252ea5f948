import { useState } from "react";
import { Button } from "#web/ui/button.tsx";
import type { ImportItem } from "../../model/view.ts";
import { RemoveDialog } from "./remove-dialog.tsx";

/** Takes a document that could not be read off the list. */
export function RemoveFailed({ item, territoryId }: { readonly item: ImportItem; readonly territoryId: string }) {
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <>
      <Button size="small" kind="ghost" aria-label={`Убрать документ «${item.name}»`} onClick={() => setAsked(true)}>
        Убрать
      </Button>
      {asked && <RemoveDialog item={item} territoryId={territoryId} onClose={close} onRemoved={close} />}
    </>
  );
}
