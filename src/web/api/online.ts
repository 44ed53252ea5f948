import { useSyncExternalStore } from "react";
import { productTime } from "./product-clock.ts";

export interface Connection {
  readonly online: boolean;
  /** when it went, by the product's clock */
  readonly since: Date | null;
}

const PROBE_MS = 10_000;
const PROBE_PATH = "/favicon.svg";
const ONLINE: Connection = { online: true, since: null };

let state: Connection = ONLINE;
let probe: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function become(next: Connection): void {
  state = next;
  for (const listener of listeners) listener();
}

/** The server answered something. */
export function markReachable(): void {
  clearTimeout(probe);
  if (!state.online) become(ONLINE);
}

/** A request got no answer: the browser may still think that the cable is in. Asks again until the server speaks. */
export function markUnreachable(): void {
  if (state.online) become({ online: false, since: productTime(new Date()) });
  clearTimeout(probe);
  probe = setTimeout(() => {
    fetch(PROBE_PATH, { method: "HEAD", cache: "no-store" }).then(markReachable, markUnreachable);
  }, PROBE_MS);
}

/** Runs when the connection comes back; returns how to stop. */
export function onReconnect(run: () => void): () => void {
  let before = state.online;
  const listener = () => {
    if (!before && state.online) run();
    before = state.online;
  };
  return subscribe(listener);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener("offline", markUnreachable);
    addEventListener("online", markReachable);
    if (!navigator.onLine) markUnreachable();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener("offline", markUnreachable);
    removeEventListener("online", markReachable);
  };
}

/** Whether the server can be reached, as far as is known. */
export function useOnline(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => state,
  );
}
