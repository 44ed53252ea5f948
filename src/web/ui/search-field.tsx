import { useEffect, useRef, useState } from "react";
import { useAddressValue } from "./address-value.ts";
import { Icon } from "./icon.tsx";

export interface SearchFieldProps {
  /** «Найти мероприятие»: shown inside while empty, and the name for a screen reader */
  readonly label: string;
  /** the parameter of the address; `q` unless the page has two searches */
  readonly name?: string;
  /** takes the focus when it appears */
  readonly focused?: boolean;
  /** Enter was pressed on these words */
  readonly onEnter?: (words: string) => void;
}

const PAUSE_MS = 250;

/** Search whose words live in the address bar; they are written there after a short pause in typing, or at Enter. */
export function SearchField({ label, name = "q", focused = false, onEnter }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!focused) return;
    // the heading of a page that was gone to takes it a frame later
    const frame = requestAnimationFrame(() => field.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
    // Once, when it appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const [value, setValue] = useAddressValue(name);
  // What is being typed and not yet in the address; null when there is nothing such.
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const pause = setTimeout(() => {
      setValue(typed);
      setTyped(null);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, setValue]);
  return (
    <label className="search">
      <Icon name="search" size={18} />
      <span className="visually-hidden">{label}</span>
      <input
        ref={field}
        type="search"
        value={typed ?? value}
        placeholder={label}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && typed !== null) setValue(typed);
          if (event.key === "Enter") onEnter?.(typed ?? value);
          if (event.key === "Escape") setTyped("");
        }}
      />
    </label>
  );
}
