import { notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { Shape, type MarkState } from "./shape.tsx";
import "./notice.css";

let made = 0;
let last = "";
let lastUndo = "";

/**
 * A short notice that goes by itself: `showNotice("Ссылка скопирована")`. It takes the place of the one before, so that no two lie over the
 * buttons; an offer to undo stays. Returns what takes it away before its time.
 */
export function showNotice(text: string, state: MarkState = "accepted"): () => void {
  const id = `notice-${++made}`;
  if (last) notifications.hide(last);
  last = id;
  notifications.show({
    id,
    autoClose: 6000,
    closeButtonProps: { "aria-label": "Закрыть" },
    message: (
      <span className="toast">
        <span className="tx">
          <Shape state={state} />
          {text}
        </span>
      </span>
    ),
  });
  return () => void notifications.hide(id);
}

export interface UndoOffer {
  /** what was done: «Отчёт отправлен на проверку» */
  readonly text: string;
  /** undoes it; a failure is the caller's to show */
  readonly onUndo: () => unknown;
  /** for how long, s; 60 */
  readonly seconds?: number;
  readonly state?: MarkState;
}

/**
 * Done at once, with a way back for a minute, instead of "are you sure". What was done before it is offered no more: of two «Отменить»
 * nobody knows which is of what. Returns a function that takes the offer away.
 */
export function showUndo({ text, onUndo, seconds = 60, state = "submitted" }: UndoOffer): () => void {
  const id = `undo-${++made}`;
  const close = () => notifications.hide(id);
  if (lastUndo) notifications.hide(lastUndo);
  lastUndo = id;
  notifications.show({
    id,
    autoClose: false,
    // it floats over rows and buttons: whoever needs them takes it away
    closeButtonProps: { "aria-label": "Убрать уведомление" },
    message: <UndoNotice text={text} seconds={seconds} state={state} onUndo={onUndo} close={close} />,
  });
  return close;
}

interface UndoNoticeProps extends Required<UndoOffer> {
  readonly close: () => void;
}

function UndoNotice({ text, seconds, state, onUndo, close }: UndoNoticeProps) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const tick = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000);
      if (rest <= 0) close();
      else setLeft(rest);
    }, 500);
    return () => clearInterval(tick);
    // The offer starts once, when it appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <span className="toast">
      <span className="tx">
        <Shape state={state} />
        {text}
      </span>
      <span className="q left" aria-hidden="true">
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
      </span>
      <Button
        size="small"
        onClick={() => {
          close();
          // The pressed button is gone: the focus goes on from the page, not from its very beginning.
          document.getElementById("main")?.focus({ preventScroll: true });
          onUndo();
        }}
      >
        Отменить
      </Button>
    </span>
  );
}
