import { useEffect } from "react";
import { showUndo, type UndoOffer } from "#web/ui/notice.tsx";

let offered: { readonly reportId: string; readonly close: () => void } | undefined;

/** Says that a report is sent and how to take it back; only one such offer stands at a time. */
export function offerTakingBack(reportId: string, offer: UndoOffer): void {
  offered?.close();
  offered = { reportId, close: showUndo(offer) };
}

/** The report was taken back otherwise: there is nothing more to offer. */
export function dropOffer(): void {
  offered?.close();
  offered = undefined;
}

/** On the page of another report the offer would be read as said of that one: it goes away there. */
export function useOwnOfferOnly(reportId: string | undefined): void {
  useEffect(() => {
    if (offered && offered.reportId !== reportId) dropOffer();
  }, [reportId]);
}
