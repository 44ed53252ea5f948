import { useEffect, useRef } from "react";
import { PROGRAMME_TO_BE } from "./programme-to-be.tsx";

/** With the last answer the page goes to its top: what is to be checked before the approval stands there. */
export function useReadiness(open: number): void {
  const before = useRef(open);
  useEffect(() => {
    if (before.current > 0 && open === 0) {
      scrollTo({ top: 0 });
      document.getElementById(PROGRAMME_TO_BE)?.focus({ preventScroll: true });
    }
    before.current = open;
  }, [open]);
}
