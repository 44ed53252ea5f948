import { useCallback, useEffect, useRef, useState } from "react";
import { useSession } from "./me.ts";
import { forget, recall, remember } from "./device-store.ts";

export interface DraftOptions<Value> {
  /** what the draft is of: `report/0198…`; the account is added, so that people of one device do not meet */
  readonly key: string;
  /** raise it when the shape of the value changes: older drafts are then left alone */
  readonly version: number;
  readonly initial: Value;
}

export interface Draft<Value> {
  readonly value: Value;
  readonly set: (next: Value | ((now: Value) => Value)) => void;
  /** when it was last written to this device, by the product's clock; null before the first time */
  readonly savedAt: Date | null;
  /** the device refused to keep it (storage full or forbidden): say so beside the action */
  readonly failed: boolean;
  /** the value came from this device, not from `initial` */
  readonly restored: boolean;
  /** after the server has it */
  readonly clear: () => void;
}

const PAUSE_MS = 400;

/**
 * What is typed, kept on this device as it is typed: it survives a reload, an expired session and a lost connection.
 * Mount it anew (`key` on the component) for another thing.
 */
export function useDraft<Value>({ key, version, initial }: DraftOptions<Value>): Draft<Value> {
  const account = useSession().data?.account.id ?? "guest";
  const name = `${account}/${key}`;
  const [found] = useState(() => recall<Value>(name, version));
  const [value, setValue] = useState<Value>(found ? found.value : initial);
  const [savedAt, setSavedAt] = useState<Date | null>(found ? found.at : null);
  const [failed, setFailed] = useState(false);
  const unsaved = useRef<{ readonly value: Value } | null>(null);

  const save = useCallback(() => {
    if (!unsaved.current) return;
    const at = remember(name, version, unsaved.current.value);
    unsaved.current = null;
    setFailed(at === null);
    if (at) setSavedAt(at);
  }, [name, version]);

  useEffect(() => {
    addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", save);
    return () => {
      removeEventListener("pagehide", save);
      document.removeEventListener("visibilitychange", save);
      save();
    };
  }, [save]);

  useEffect(() => {
    if (!unsaved.current || unsaved.current.value !== value) return;
    const pause = setTimeout(save, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [value, save]);

  const set = useCallback((next: Value | ((now: Value) => Value)) => {
    setValue((now) => {
      const made = typeof next === "function" ? (next as (now: Value) => Value)(now) : next;
      unsaved.current = { value: made };
      return made;
    });
  }, []);

  const clear = useCallback(() => {
    unsaved.current = null;
    forget(name);
    setSavedAt(null);
  }, [name]);

  return { value, set, savedAt, failed, restored: found !== null, clear };
}
