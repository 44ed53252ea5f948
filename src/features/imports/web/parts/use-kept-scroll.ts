import { useEffect, useLayoutEffect } from "react";

/** Where the page stood: its top row of the document and how far that was from the top of the window, px. */
interface Spot {
  readonly top: number;
  readonly row: string | null;
  readonly from: number;
}

/** Rows of a long document get their true height as they come near the sight: the row is held where it stood until nothing moves it. */
const STILL_FRAMES = 20;
const MOST_FRAMES = 180;

/** The page comes back to the row it was scrolled to after a reload in the same tab. */
export function useKeptScroll(key: string): void {
  useLayoutEffect(() => {
    const spot = keptSpot(key);
    if (!spot || spot.top <= 0) return;
    scrollTo({ top: spot.top });
    return holdRow(spot);
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

/** Holds a row at its place; whoever scrolls or presses meanwhile is let go. Returns what ends it. */
function holdRow({ row, from }: Spot): () => void {
  let [frames, still] = [0, 0];
  let frame = requestAnimationFrame(function settle() {
    const found = row === null ? null : document.querySelector(`[data-row="${row}"]`);
    const off = found ? Math.round(found.getBoundingClientRect().top - from) : 0;
    if (off !== 0) scrollBy({ top: off });
    still = found && off === 0 ? still + 1 : 0;
    frames += 1;
    if (frames < MOST_FRAMES && still < STILL_FRAMES) frame = requestAnimationFrame(settle);
  });
  const end = () => cancelAnimationFrame(frame);
  const hands = ["wheel", "keydown", "pointerdown", "touchstart"] as const;
  for (const hand of hands) addEventListener(hand, end, { once: true, passive: true });
  return () => {
    end();
    for (const hand of hands) removeEventListener(hand, end);
  };
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
