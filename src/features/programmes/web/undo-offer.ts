import { showUndo, type UndoOffer } from "#web/ui/notice.tsx";

let close: (() => void) | undefined;

/** Offers to undo the last edit; one offer at a time, so that a series of edits does not cover the page. The history keeps the way back. */
export function offerUndo(offer: UndoOffer): void {
  takeOfferAway();
  close = showUndo({ seconds: 30, ...offer });
}

/** A form that opens needs the room in which the offer stands. */
export function takeOfferAway(): void {
  close?.();
  close = undefined;
}
