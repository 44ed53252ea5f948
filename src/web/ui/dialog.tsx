import { Modal } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";
import { floatTarget } from "./float-target.ts";
import "./dialog.css";

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** buttons, the main one first */
  readonly actions?: ReactNode;
  /** px; 480 */
  readonly width?: number;
  /** false where closing must be a decision (an expired session) */
  readonly closable?: boolean;
  /** false where what closed it has led elsewhere: the focus belongs to the page that came */
  readonly givesFocusBack?: boolean;
  /** stands near the top, so that it keeps its place while what it shows grows */
  readonly high?: boolean;
}

/** A question over the page; on a phone it comes from below. Esc closes it and the focus returns; `data-autofocus` marks the control that takes it. */
export function Dialog({
  opened,
  onClose,
  title,
  children,
  actions,
  width = 480,
  closable = true,
  givesFocusBack = true,
  high = false,
}: DialogProps) {
  useFocusBack(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      centered={!high}
      returnFocus={givesFocusBack}
      portalProps={floatTarget()}
      radius={8}
      withCloseButton={closable}
      closeOnClickOutside={closable}
      closeOnEscape={closable}
      closeButtonProps={{ "aria-label": "Закрыть" }}
      overlayProps={{ backgroundOpacity: 0.45 }}
      transitionProps={{ duration: 120 }}
    >
      {children}
      {actions && <div className="dialog-act">{actions}</div>}
    </Modal>
  );
}

/**
 * A dialog that is taken away whole while it is open gives the focus back too: the kit does so only for one that closes. Where the button that
 * opened it is gone as well, the page itself takes the focus, not its very beginning.
 */
function useFocusBack(opened: boolean): void {
  const [before] = useState(() => (opened ? document.activeElement : null));
  useEffect(
    () => () => {
      if (!before) return;
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const back = before.isConnected ? before : document.getElementById("main");
        (back as HTMLElement | null)?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
