import { useEffect, useRef, useState, type ReactNode } from "react";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { showNotice, showUndo } from "./notice.tsx";
import { typeset } from "./typeset.ts";
import "./kept-list.css";

/** What people keep for their own use and may take out of the list again. */
export interface Kept {
  readonly id: string;
  readonly version: number;
}

export interface KeptDialogProps<Item extends Kept> {
  readonly title: string;
  readonly width: number;
  readonly items: readonly Item[];
  /** says that nothing is left, and what to do */
  readonly none: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly renderLine: (item: Item, onEdit: () => void) => ReactNode;
  readonly renderForm: (item: Item, onDone: () => void) => ReactNode;
  /** above the list */
  readonly children?: ReactNode;
}

const STOPS = "input, textarea, button";

/** A list of kept things, each mended in its own line. */
export function KeptDialog<Item extends Kept>(props: KeptDialogProps<Item>) {
  const { title, width, items, none, opened, onClose, renderLine, renderForm, children } = props;
  const [edited, setEdited] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const [last, setLast] = useState(0);
  const count = items.length;
  // what had the focus is taken away by each step: the line that stands there now has it, or the dialog's last button
  useEffect(() => {
    if (!list.current || document.activeElement !== document.body) return;
    const line = list.current.children[Math.min(last, count - 1)];
    const stops = (line ?? list.current.closest("[role=dialog]"))?.querySelectorAll<HTMLElement>(STOPS);
    (line ? stops?.[0] : stops?.[stops.length - 1])?.focus();
  });
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      width={width}
      actions={<Button onClick={onClose}>Закрыть</Button>}
    >
      {children}
      <ul className="kept-list" ref={list}>
        {items.map((item, at) => (
          <KeptItem
            key={item.id}
            item={item}
            isEdited={edited === item.id}
            onEdit={setEdited}
            onFocus={() => setLast(at)}
            renderLine={renderLine}
            renderForm={renderForm}
          />
        ))}
      </ul>
      {items.length === 0 && <p className="q">{none}</p>}
    </Dialog>
  );
}

interface KeptItemProps<Item extends Kept> extends Pick<KeptDialogProps<Item>, "renderLine" | "renderForm"> {
  readonly item: Item;
  readonly isEdited: boolean;
  readonly onEdit: (edited: string | null) => void;
  readonly onFocus: () => void;
}

function KeptItem<Item extends Kept>(props: KeptItemProps<Item>) {
  const { item, isEdited, onEdit, onFocus, renderLine, renderForm } = props;
  return (
    // the focus is only noted: the line itself does nothing
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li onFocus={onFocus}>
      {isEdited ? renderForm(item, () => onEdit(null)) : renderLine(item, () => onEdit(item.id))}
    </li>
  );
}

export interface KeptLineProps {
  readonly item: Kept;
  /** address of the item */
  readonly path: string;
  /** of the query that lists these */
  readonly queryKey: string;
  readonly words: string;
  /** in a few quiet words: how it is used */
  readonly facts: string;
  /** said once it is taken out: «Вид «Мои школы» убран» */
  readonly gone: string;
  /** not given where one may not mend it */
  readonly onEdit?: (() => void) | undefined;
  /** what else can be done with it */
  readonly children?: ReactNode;
}

/** One line of them; it is taken out at once and can be put back. */
export function KeptLine({ item, path, queryKey, words, facts, gone, onEdit, children }: KeptLineProps) {
  const close = useWrite<{ readonly closed: boolean; readonly version: number }, Kept & { readonly closed: boolean }>(
    (body, key) => request(`${path}/close`, { method: "POST", body, key }),
    {
      refresh: [[queryKey]],
      onDone: (now) => {
        if (now.closed)
          showUndo({
            text: typeset(gone),
            // the line is gone by then: what keeps it away is told beside the offer
            onUndo: () =>
              close
                .mutateAsync({ closed: false, version: now.version })
                .catch((fault: unknown) => showNotice(problemText(fault), "late")),
          });
      },
    },
  );
  return (
    <>
      <p>{typeset(words)}</p>
      <div className="acts sm">
        {facts !== "" && <span className="q">{typeset(facts)}</span>}
        {children}
        {onEdit && (
          <button type="button" className="link-button" onClick={onEdit}>
            Править
          </button>
        )}
        <button
          type="button"
          className="link-button"
          onClick={() => !close.isPending && close.mutate({ closed: true, version: item.version })}
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
