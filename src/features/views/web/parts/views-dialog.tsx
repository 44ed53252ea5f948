import { useRef, useState } from "react";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showUndo } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { SavedView } from "../../model/contract.ts";
import { pathOf } from "../views-query.ts";
import { ViewFields, type ViewWords } from "./view-fields.tsx";
import "./views.css";

export interface ViewsDialogProps {
  readonly views: readonly SavedView[];
  readonly canShare: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The views that one may change or remove. */
export function ViewsDialog({ views, canShare, opened, onClose }: ViewsDialogProps) {
  const [edited, setEdited] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // what had the focus is taken away by each of these steps: the line that stands there now has it, or the dialog's last button
  const stepTo = (next: string | null, at: number) => {
    setEdited(next);
    requestAnimationFrame(() => {
      const lines = [...(list.current?.children ?? [])];
      const line = lines[Math.min(at, lines.length - 1)] ?? list.current?.closest("[role=dialog]");
      const stops = line?.querySelectorAll<HTMLElement>("input, button");
      (line?.tagName === "LI" ? stops?.[0] : stops?.[stops.length - 1])?.focus();
    });
  };
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="Сохранённые виды"
      width={560}
      actions={<Button onClick={onClose}>Закрыть</Button>}
    >
      <ul className="kept-views" ref={list}>
        {views.map((view, at) => (
          <li key={view.id}>
            {edited === view.id ? (
              <Edited view={view} canShare={canShare} onDone={() => stepTo(null, at)} />
            ) : (
              <Line view={view} onEdit={() => stepTo(view.id, at)} />
            )}
          </li>
        ))}
      </ul>
      {views.length === 0 && <p className="q">Видов больше нет. Отберите нужное и сохраните новый.</p>}
    </Dialog>
  );
}

function Line({ view, onEdit }: { readonly view: SavedView; readonly onEdit: () => void }) {
  const close = useWrite<{ readonly closed: boolean; readonly version: number }, SavedView>(
    (body, key) => request(`${pathOf(view)}/close`, { method: "POST", body, key }),
    {
      refresh: [["views"]],
      onDone: (now) => {
        if (now.closed)
          showUndo({
            text: typeset(`Вид «${view.name}» убран`),
            onUndo: () => close.mutate({ closed: false, version: now.version }),
          });
      },
    },
  );
  const facts = [
    view.opens && "открывает список",
    view.shared && (view.author ? `общий, сохранил ${view.author}` : "виден всем специалистам"),
    view.isCut && "часть отбора больше не действует",
  ].filter(Boolean);
  return (
    <>
      <p>{typeset(view.name)}</p>
      <div className="acts sm">
        {facts.length > 0 && <span className="q">{typeset(facts.join(", "))}</span>}
        {view.can.edit && (
          <button type="button" className="link-button" onClick={onEdit}>
            Править
          </button>
        )}
        <button
          type="button"
          className="link-button"
          onClick={() => !close.isPending && close.mutate({ closed: true, version: view.version })}
        >
          Убрать
        </button>
      </div>
      {close.isError && (
        <p role="alert" className="sm">
          {problemText(close.error)}
        </p>
      )}
    </>
  );
}

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
