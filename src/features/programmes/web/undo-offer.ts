import { notifications } from "@mantine/notifications";
import { showUndo, type UndoOffer } from "#web/ui/notice.tsx";

/** The edit that the history asks about, in its address. */
export const ASKED = "undo";

let close: (() => void) | undefined;

/** Offers to undo the last edit; one offer at a time, so that a series of edits does not cover the page. The history keeps the way back. */
export function offerUndo(offer: UndoOffer): void {
  close?.();
  close = showUndo({ seconds: 30, ...offer });
}

/** What opens over the page needs the room in which offers and notices stand: on a phone they would lie over its buttons. */
export function clearNotices(): void {
  close = undefined;
  notifications.clean();
}
