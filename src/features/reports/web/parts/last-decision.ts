import { showUndo, type UndoOffer } from "#web/ui/notice.tsx";

let last: { readonly undo: () => void; readonly until: number } | undefined;

/** Offers to take a decision back, by the notice and by the key «U», for as long as the offer says. */
export function offerUndo(offer: UndoOffer): void {
  const undo = () => {
    last = undefined;
    return offer.onUndo();
  };
  const close = showUndo({ ...offer, onUndo: undo });
  const entry = {
    undo: () => {
      close();
      undo();
    },
    until: Date.now() + (offer.seconds ?? 60) * 1000,
  };
  last = entry;
}

/** Takes back what was offered last, while it still may be. */
export function undoLast(): void {
  if (last && Date.now() < last.until) last.undo();
}
