import { useState } from "react";
import { useWriteOver } from "#web/api/write-over.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { KeptDialog, KeptLine } from "#web/ui/kept-list.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
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
  return (
    <KeptDialog
      title="Сохранённые замечания"
      width={640}
      items={remarks}
      none="Замечаний больше нет. Напишите новое и сохраните его."
      opened={opened}
      onClose={onClose}
      renderLine={(remark, onEdit) => (
        <KeptLine
          item={remark}
          path={pathOf(remark)}
          queryKey="remarks"
          words={remark.text}
          facts={remark.uses === 0 ? "ещё не пригодилось" : `в возвратах: ${remark.uses}`}
          gone="Замечание убрано из списка"
          onEdit={onEdit}
        >
          <button type="button" className="link-button" onClick={() => onInsert(remark)}>
            Вставить
          </button>
        </KeptLine>
      )}
      renderForm={(remark, onDone) => <Edited remark={remark} onDone={onDone} />}
    >
      <p className="sm q">Список общий для всех, кто проверяет эти отчёты. Сверху то, чем пользуются чаще.</p>
    </KeptDialog>
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
      <div className="acts">
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
