import { useEffect, useRef } from "react";

export interface ReviewKeys {
  next(): void;
  previous(): void;
  /** the option with this number, from 1 */
  choose(number: number): void;
  accept(): void;
  /** the answer just given, for the rows like it */
  acceptAlike(): void;
  close(): void;
  undo(): void;
}

/** ↑ ↓ between doubts, 1–9 choose, Enter accepts, with Shift for the rows like it too, Esc closes, Ctrl Z takes the last answer back; never while something is typed. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isElsewhere(event.target)) return;
      const act = actionOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: ReviewKeys): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) {
    // the place of the key, whatever the layout: «Я» and «Z» are one
    return event.code === "KeyZ" && !event.shiftKey ? keys.undo : undefined;
  }
  if (event.key === "ArrowDown") return keys.next;
  if (event.key === "ArrowUp") return keys.previous;
  if (event.key === "Escape") return keys.close;
  if (event.key === "Enter" && event.shiftKey) return keys.acceptAlike;
  if (event.key === "Enter") return isPressable(event.target) ? undefined : keys.accept;
  return /^[1-9]$/.test(event.key) ? () => keys.choose(Number(event.key)) : undefined;
}

function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu], [role=listbox]") !== null
  );
}

/** A button under the focus takes its own Enter; an option of the panel gives it to the acceptance. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button:not(.op), a, summary") !== null;
}
