import { useCallback, useMemo, useState } from "react";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { isRememberedAtFirst, mayBeRemembered } from "../../model/remembering.ts";

/** The boxes «Запомнить»: one state for a doubt, wherever its box is shown and however its answer is given. */
export interface Remembering {
  /** whether a doubt has the box at all */
  offers(doubt: ReviewDoubt): boolean;
  isTicked(doubt: ReviewDoubt): boolean;
  tick(id: string, ticked: boolean): void;
}

export function useRemembering(canRemember: boolean): Remembering {
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const offers = useCallback((doubt: ReviewDoubt) => canRemember && mayBeRemembered(doubt), [canRemember]);
  const isTicked = useCallback(
    (doubt: ReviewDoubt) =>
      offers(doubt) && (ticks.get(doubt.id) ?? doubt.answer?.remember ?? isRememberedAtFirst(doubt)),
    [offers, ticks],
  );
  const tick = useCallback((id: string, ticked: boolean) => setTicks((now) => new Map(now).set(id, ticked)), []);
  return useMemo(() => ({ offers, isTicked, tick }), [offers, isTicked, tick]);
}
