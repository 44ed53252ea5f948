import { useState } from "react";
import { useNavigate } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { ActionMenu, type MenuAction } from "#web/ui/action-menu.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { ImportView } from "../../model/view.ts";
import { startPage } from "../api.ts";
import { RemoveDialog } from "./remove-dialog.tsx";

interface ReviewActionsProps {
  readonly view: ImportView;
  /** doubts without an answer, and those of them with a suggestion */
  readonly open: number;
  readonly suggested: number;
  readonly canUndo: boolean;
  readonly busy: boolean;
  /** answers are on their way: what they leave to answer is not settled */
  readonly saving: boolean;
  onNext(): void;
  onAcceptAll(): void;
  onUndo(): void;
  onSettings(): void;
  onApprove(): void;
}

/** The right side of the bar: how many doubts are left, the way to the next one, and the step that makes the programme. */
export function ReviewActions(props: ReviewActionsProps) {
  const { view, open, suggested, canUndo, busy, saving, onNext, onAcceptAll, onUndo, onSettings, onApprove } = props;
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const actions: MenuAction[] = [
    { label: "Программа: название, период, таблицы", icon: "settings", onClick: onSettings },
    ...(suggested > 0
      ? [
          {
            label: suggested === 1 ? "Принять предложенное" : `Принять предложенное во всех ${suggested}`,
            icon: "check" as const,
            onClick: onAcceptAll,
          },
        ]
      : []),
    ...(canUndo ? [{ label: "Вернуть последний шаг", icon: "undo" as const, onClick: onUndo }] : []),
    { label: "Словарь округа: кого что означает", icon: "book", to: "/dictionary" },
    ...(view.fileId
      ? [{ label: "Скачать исходный файл", icon: "download" as const, onClick: () => openFile(view) }]
      : []),
    { label: "Убрать документ", icon: "close", onClick: () => setRemoving(true) },
  ];
  return (
    <>
      <span className="left" aria-live="polite" aria-busy={saving}>
        {open > 0 ? (
          <>
            Осталось уточнить <em>{open}</em>
          </>
        ) : (
          "Всё уточнено"
        )}
        <span className="visually-hidden">{open > 0 && counted(open, ["вопрос", "вопроса", "вопросов"])}</span>
      </span>
      {open > 0 && (
        <Button onClick={onNext}>
          Следующее
          <Icon name="chevronDown" size={18} />
        </Button>
      )}
      <ActionMenu actions={actions} />
      <Button kind={open > 0 ? "default" : "primary"} busy={busy} onClick={onApprove}>
        {view.amends ? "Сравнить с действующей редакцией" : open > 0 ? "Утвердить" : "Утвердить и создать черновик"}
      </Button>
      {removing && (
        <RemoveDialog
          item={view}
          territoryId={view.territoryId}
          onClose={() => setRemoving(false)}
          onRemoved={() => void navigate(startPage(view))}
        />
      )}
    </>
  );
}

function openFile({ territoryId, fileId }: ImportView): void {
  open(`/api/files/${territoryId}/${fileId}`, "_blank", "noreferrer");
}
