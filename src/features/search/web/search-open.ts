import { useSyncExternalStore } from "react";

/** Whether the search stands open over the page: one for the buttons, the keys and the dialog, wherever they are drawn. */
let opened = false;
const listeners = new Set<() => void>();

export function setSearchOpened(next: boolean): void {
  opened = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSearchOpened = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => opened,
    () => false,
  );

/** A press that asks for the search: Ctrl+K on any layout, or «/» where nothing is being written, unless single keys are switched off. */
export function asksForSearch(press: KeyboardEvent, singleKeys: boolean): boolean {
  if (press.altKey) return false;
  if (press.ctrlKey || press.metaKey) return press.code === "KeyK" && !press.shiftKey;
  // on a Russian keyboard «/» is typed with Shift
  return singleKeys && press.key === "/" && !isWriting(press.target);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
