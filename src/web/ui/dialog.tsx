import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
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
  high = false,
}: DialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      centered={!high}
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
