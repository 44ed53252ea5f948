import { useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { KeptDialog, KeptLine } from "#web/ui/kept-list.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import type { SavedView } from "../../model/contract.ts";
import { pathOf } from "../views-query.ts";
import { ViewFields, type ViewWords } from "./view-fields.tsx";

export interface ViewsDialogProps {
  readonly views: readonly SavedView[];
  readonly canShare: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The views that one may change or remove. */
export function ViewsDialog({ views, canShare, opened, onClose }: ViewsDialogProps) {
  return (
    <KeptDialog
      title="Сохранённые виды"
      width={560}
      items={views}
      none="Видов больше нет. Отберите нужное и сохраните новый."
      opened={opened}
      onClose={onClose}
      renderLine={(view, onEdit) => (
        <KeptLine
          item={view}
          path={pathOf(view)}
          queryKey="views"
          words={view.name}
          facts={factsOf(view)}
          gone={`Вид «${view.name}» убран`}
          onEdit={view.can.edit ? onEdit : undefined}
        />
      )}
      renderForm={(view, onDone) => <Edited view={view} canShare={canShare} onDone={onDone} />}
    />
  );
}

const factsOf = (view: SavedView) =>
  [
    view.opens && "открывает список",
    view.shared && (view.author ? `общий, сохранил ${view.author}` : "виден всем специалистам"),
    view.isCut && "часть отбора больше не действует",
  ]
    .filter(Boolean)
    .join(", ");

interface EditedProps {
  readonly view: SavedView;
  readonly canShare: boolean;
  readonly onDone: () => void;
}

function Edited({ view, canShare, onDone }: EditedProps) {
  const [words, setWords] = useState<ViewWords>(view);
  const over = useWriteOver(view.version);
  const save = useWrite<ViewWords, SavedView>(
    ({ name, shared, opens }, key) =>
      over((version) => request(pathOf(view), { method: "PUT", body: { name, shared, opens, version }, key })),
    {
      refresh: [["views"]],
      onDone,
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(words);
      }}
    >
      <ViewFields
        list={view.list}
        value={words}
        onChange={setWords}
        canShare={canShare || view.shared}
        error={fieldProblem(save.error, "name")}
      />
      <Refusal error={save.error} names={{ name: "Название" }} />
      <div className="acts">
        <Button size="small" kind="primary" type="submit" busy={save.isPending}>
          Сохранить
        </Button>
        <Button size="small" onClick={onDone}>
          Не менять
        </Button>
      </div>
    </form>
  );
}
