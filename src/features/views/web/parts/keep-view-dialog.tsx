import { useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { SavedView } from "../../model/contract.ts";
import type { ListKey, ViewFilter } from "../../model/lists.ts";
import { ViewFields, type ViewWords } from "./view-fields.tsx";

export interface KeepViewDialogProps {
  readonly place: { readonly territoryId: string; readonly list: ListKey; readonly filter: ViewFilter };
  readonly canShare: boolean;
  readonly onClose: () => void;
}

/** Keeps what the list is narrowed to under a name. */
export function KeepViewDialog({ place, canShare, onClose }: KeepViewDialogProps) {
  const [words, setWords] = useState<ViewWords>({ name: "", shared: false, opens: false });
  const keep = useWrite<ViewWords, SavedView>(
    (said, key) => request("/api/views", { method: "POST", body: { ...place, ...said }, key }),
    {
      refresh: [["views"]],
      onDone: ({ name }) => {
        showNotice(typeset(`Вид «${name}» сохранён`));
        onClose();
      },
    },
  );
  return (
    <Dialog opened onClose={onClose} title="Сохранить вид">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!keep.isPending) keep.mutate(words);
        }}
      >
        <ViewFields
          list={place.list}
          value={words}
          onChange={setWords}
          canShare={canShare}
          error={fieldProblem(keep.error, "name")}
        />
        <p className="sm q">{typeset("Запомнятся поиск и фильтры. Строки каждый раз берутся нынешние.")}</p>
        <Refusal error={keep.error} />
        <div className="dialog-act">
          <Button kind="primary" type="submit" busy={keep.isPending}>
            Сохранить
          </Button>
          <Button onClick={onClose}>Не сохранять</Button>
        </div>
      </form>
    </Dialog>
  );
}
