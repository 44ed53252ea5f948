import { useState } from "react";
import { problemText } from "#web/api/problem.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { useWrite } from "#web/api/query.ts";
import type { SavedRemark } from "../../model/saved-remark.ts";

export interface RemarksDialogProps {
  readonly remarks: readonly SavedRemark[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onInsert: (remark: SavedRemark) => void;
}

/** The whole list of saved remarks: to put one in, to mend its words, to take it out. */
export function RemarksDialog({ remarks, opened, onClose, onInsert }: RemarksDialogProps) {
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="Сохранённые замечания"
      width={640}
      actions={<Button onClick={onClose}>Закрыть</Button>}
    >
      <p className="sm q">Список общий для всех, кто проверяет эти отчёты. Сверху то, чем пользуются чаще.</p>
      <ul className="saved-remarks">
        {remarks.map((remark) => (
          <li key={remark.id}>
            {edited === remark.id ? (
              <Edited remark={remark} onDone={() => setEdited(null)} />
            ) : (
              <Line remark={remark} onInsert={() => onInsert(remark)} onEdit={() => setEdited(remark.id)} />
            )}
          </li>
        ))}
      </ul>
      {remarks.length === 0 && <p className="q">Замечаний больше нет. Напишите новое и сохраните его.</p>}
    </Dialog>
  );
}

interface LineProps {
  readonly remark: SavedRemark;
  readonly onInsert: () => void;
  readonly onEdit: () => void;
}

function Line({ remark, onInsert, onEdit }: LineProps) {
  const close = useWrite<{ readonly closed: boolean; readonly version: number }, SavedRemark>(
    (body, key) => request(`${pathOf(remark)}/close`, { method: "POST", body, key }),
    {
      refresh: [["remarks"]],
      onDone: (now) => {
        if (now.closed)
          showUndo({
            text: "Замечание убрано из списка",
            onUndo: () => close.mutate({ closed: false, version: now.version }),
          });
      },
    },
  );
  return (
    <>
      <p>{typeset(remark.text)}</p>
      <div className="remark-acts sm">
        <span className="q">{remark.uses === 0 ? "ещё не пригодилось" : typeset(`в возвратах: ${remark.uses}`)}</span>
        <button type="button" className="link-button" onClick={onInsert}>
          Вставить
        </button>
        <button type="button" className="link-button" onClick={onEdit}>
          Править
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => !close.isPending && close.mutate({ closed: true, version: remark.version })}
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

function Edited({ remark, onDone }: { readonly remark: SavedRemark; readonly onDone: () => void }) {
  const [text, setText] = useState(remark.text);
  const over = useWriteOver(remark.version);
  const save = useWrite<string, SavedRemark>(
    (words, key) => over((version) => request(pathOf(remark), { method: "PUT", body: { text: words, version }, key })),
    {
      refresh: [["remarks"]],
      onDone: () => {
        showNotice("Замечание изменено");
        onDone();
      },
    },
  );
  return (
    <>
      <TextArea label="Замечание" value={text} onChange={setText} />
      <Refusal error={save.error} names={{ text: "Замечание" }} />
      <div className="reasons">
        <Button size="small" kind="primary" busy={save.isPending} onClick={() => save.mutate(text)}>
          Сохранить
        </Button>
        <Button size="small" onClick={onDone}>
          Не менять
        </Button>
      </div>
    </>
  );
}

const pathOf = (remark: SavedRemark) => `/api/remarks/${remark.territoryId}/${remark.id}`;
