/** Brings an open panel into view and gives it the focus, so that its keys and a screen reader are there at once. */
export function focusPanel(panel: HTMLElement | null): void {
  panel?.scrollIntoView({ block: "nearest" });
  panel?.focus({ preventScroll: true });
}
