import { useEffect, useLayoutEffect } from "react";

/** Where the page stood: its top row of the document and how far that was from the top of the window, px. */
interface Spot {
  readonly top: number;
  readonly row: string | null;
  readonly from: number;
}

/** Rows of a long document get their true height only near the sight: a few frames, and the row stands where it stood. */
const MOST_FRAMES = 30;

/** The page comes back to the row it was scrolled to after a reload in the same tab. */
export function useKeptScroll(key: string): void {
  useLayoutEffect(() => {
    const spot = keptSpot(key);
    if (!spot || spot.top <= 0) return;
    scrollTo({ top: spot.top });
    let frames = 0;
    let frame = requestAnimationFrame(function settle() {
      const row = spot.row === null ? null : document.querySelector(`[data-row="${spot.row}"]`);
      const off = row ? Math.round(row.getBoundingClientRect().top - spot.from) : 0;
      if (off !== 0) scrollBy({ top: off });
      frames += 1;
      // once it stands, whoever scrolls is the reader
      if (frames < MOST_FRAMES && (row === null || off !== 0)) frame = requestAnimationFrame(settle);
    });
    return () => cancelAnimationFrame(frame);
  }, [key]);
  useEffect(() => {
    const keep = () => sessionStorage.setItem(key, JSON.stringify(spotNow()));
    addEventListener("pagehide", keep);
    return () => {
      keep();
      removeEventListener("pagehide", keep);
    };
  }, [key]);
}

function keptSpot(key: string): Spot | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
  return typeof kept === "object" ? (kept as Spot | null) : null;
}

/** Under the bar of the page, over the reading. */
const UNDER_BAR = 96;

function spotNow(): Spot {
  const row = document.elementFromPoint(innerWidth * 0.7, UNDER_BAR)?.closest<HTMLElement>("[data-row]");
  return {
    top: Math.round(scrollY),
    row: row?.dataset["row"] ?? null,
    from: Math.round(row?.getBoundingClientRect().top ?? 0),
  };
}
