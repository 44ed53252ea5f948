import { useEffect, useRef, type RefObject } from "react";

interface PanelKeys {
  /** the option with this number, from 1; false where there is none */
  choose(number: number): boolean;
  accept(): void;
  close(): void;
}

/** The keys of a panel while the focus is in it: 1–9 choose, Enter accepts, Esc closes; a button under the focus keeps its own Enter. */
export function usePanelKeys(panel: RefObject<HTMLElement | null>, keys: PanelKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = event.target as Element;
      if (target.closest("[role=dialog]")) return;
      if (event.key === "Escape") latest.current.close();
      else if (event.key === "Enter" && !target.closest("button:not(.op)")) latest.current.accept();
      else if (!/^[1-9]$/.test(event.key) || !latest.current.choose(Number(event.key))) return;
      event.preventDefault();
    };
    element.addEventListener("keydown", press);
    return () => element.removeEventListener("keydown", press);
  }, [panel]);
}
