import {
  useEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from "react";

const TERM = "a[data-words]";
/** what is told beside a term: the pointer may go onto it */
const TIP = "[data-term-tip]";
const KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

interface ChartKeys {
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
  onBlur(event: FocusEvent): void;
  onPointerOver(event: PointerEvent): void;
  onPointerLeave(): void;
  onPointerDown(event: PointerEvent): void;
  onClickCapture(event: MouseEvent): void;
}

/**
 * Arrows lead from term to term: left and right along a measure, up and down to the nearest in time of the next measure that has one, Home
 * and End to the first and the last of the measure. One term at a time is a stop of the Tab key: the one last stood on. `tell` hears the
 * words of what is stood on or pointed at, null when it is left. A finger has nothing to point with: its first touch tells, the second
 * opens; where nothing is told over the chart, the first.
 */
export function useChartKeys(
  table: RefObject<HTMLElement | null>,
  tell?: (words: string | null, term: HTMLElement | null) => void,
): ChartKeys {
  // after every drawing: the terms may be others
  useEffect(() => {
    const terms = table.current?.querySelectorAll<HTMLElement>(TERM) ?? [];
    if (![...terms].some((term) => term.tabIndex === 0) && terms[0]) terms[0].tabIndex = 0;
  });
  const touched = useRef<HTMLElement | null>(null);
  const isTouch = useRef(false);
  return {
    onPointerDown: (event) => {
      isTouch.current = event.pointerType === "touch";
    },
    onClickCapture: (event) => {
      const term = termOf(event.target);
      // a click without a place comes from the keys or from a screen reader, which has read the words already
      if (!tell || !term || !isTouch.current || event.detail === 0 || touched.current === term) return;
      event.preventDefault();
      event.stopPropagation();
      touched.current = term;
      term.focus();
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const from = termOf(event.target);
      if (!from || !KEYS.has(event.key)) return;
      // at the end of a measure too: the page would roll the term stood on out of sight
      event.preventDefault();
      aimed(from, event.key)?.focus();
    },
    onFocus: (event) => {
      const term = termOf(event.target);
      if (!term) return;
      for (const other of table.current!.querySelectorAll<HTMLElement>(`${TERM}[tabindex="0"]`)) other.tabIndex = -1;
      term.tabIndex = 0;
      tell?.(wordsOf(term), term);
    },
    onBlur: () => {
      touched.current = null;
      tell?.(null, null);
    },
    onPointerOver: (event) => {
      if ((event.target as Element).closest(TIP)) return;
      const term = termOf(event.target) ?? focused(table.current);
      tell?.(wordsOf(term), term);
    },
    onPointerLeave: () => tell?.(wordsOf(focused(table.current)), focused(table.current)),
  };
}

function termOf(target: EventTarget): HTMLElement | null {
  return (target as Element).closest<HTMLElement>(TERM);
}

function wordsOf(term: HTMLElement | null): string | null {
  return term?.dataset["words"] ?? null;
}

/** the term that the keys stand on, while a pointer goes its own way */
function focused(table: HTMLElement | null): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`${TERM}:focus`) ?? null;
}

function aimed(from: HTMLElement, key: string): HTMLElement | undefined {
  const row = from.closest("tr")!;
  const own = [...row.querySelectorAll<HTMLElement>(TERM)];
  const at = own.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return own[at + 1];
    case "ArrowLeft":
      return own[at - 1];
    case "Home":
      return own[0];
    case "End":
      return own.at(-1);
    case "ArrowDown":
    case "ArrowUp": {
      const rows = [...row.closest("table")!.querySelectorAll("tr")].filter(
        (one) => one === row || one.querySelector(TERM),
      );
      const next = rows[rows.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
      return next && nearest([...next.querySelectorAll<HTMLElement>(TERM)], from);
    }
    default:
      return undefined;
  }
}

function nearest(terms: readonly HTMLElement[], to: HTMLElement): HTMLElement | undefined {
  const middle = (term: HTMLElement) => {
    const { left, width } = term.getBoundingClientRect();
    return left + width / 2;
  };
  const aim = middle(to);
  return [...terms].sort((a, b) => Math.abs(middle(a) - aim) - Math.abs(middle(b) - aim))[0];
}
