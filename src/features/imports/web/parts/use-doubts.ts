import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReviewDoubt } from "../../model/doubts.ts";

export interface DoubtCursor {
  /** the doubt whose panel is open */
  readonly activeId: string | null;
  open(id: string): void;
  close(): void;
  /** the next open doubt after the active one, round the end; nothing when none is left */
  next(): void;
  previous(): void;
}

const keptIn = (importId: string) => `review-doubt/${importId}`;

/**
 * Moves among the open doubts in the order of the document. A review is first seen from its top, with every panel closed; after a reload
 * the panel that was open is open again.
 */
export function useDoubts(doubts: readonly ReviewDoubt[], importId: string): DoubtCursor {
  const openIds = useMemo(() => doubts.filter(({ answer }) => answer === null).map(({ id }) => id), [doubts]);
  const [activeId, setActiveId] = useState<string | null>(() => sessionStorage.getItem(keptIn(importId)));
  useEffect(() => {
    if (activeId === null) sessionStorage.removeItem(keptIn(importId));
    else sessionStorage.setItem(keptIn(importId), activeId);
  }, [activeId, importId]);

  const latest = useRef({ doubts, openIds });
  useEffect(() => {
    latest.current = { doubts, openIds };
  });
  const step = useCallback((by: 1 | -1) => {
    setActiveId((now) => {
      const order = latest.current.doubts.map(({ id }) => id);
      const at = now === null ? -1 : order.indexOf(now);
      const others = latest.current.openIds.filter((id) => id !== now);
      const later = others.filter((id) => order.indexOf(id) > at);
      const earlier = others.filter((id) => order.indexOf(id) < at);
      return (by === 1 ? (later[0] ?? others[0]) : (earlier.at(-1) ?? others.at(-1))) ?? null;
    });
  }, []);
  const open = useCallback((id: string) => setActiveId(id), []);
  const close = useCallback(() => setActiveId(null), []);
  return {
    activeId: activeId !== null && doubts.some(({ id }) => id === activeId) ? activeId : null,
    open,
    close,
    next: useCallback(() => step(1), [step]),
    previous: useCallback(() => step(-1), [step]),
  };
}
