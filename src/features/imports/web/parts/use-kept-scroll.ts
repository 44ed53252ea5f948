import { useEffect, useLayoutEffect } from "react";

/** The page comes back to where it was scrolled after a reload in the same tab. */
export function useKeptScroll(key: string): void {
  useLayoutEffect(() => {
    const kept = Number(sessionStorage.getItem(key));
    if (kept > 0) scrollTo({ top: kept });
  }, [key]);
  useEffect(() => {
    const keep = () => sessionStorage.setItem(key, String(Math.round(scrollY)));
    addEventListener("pagehide", keep);
    return () => {
      keep();
      removeEventListener("pagehide", keep);
    };
  }, [key]);
}
