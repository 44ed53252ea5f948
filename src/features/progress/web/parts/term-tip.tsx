import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { typeset } from "#web/ui/typeset.ts";
import { RowsLink } from "./rows-link.tsx";
import "./term-tip.css";

/** What is told beside a sign: its own words, those of its row, where it leads. */
export interface ToldTerm {
  readonly term: HTMLElement;
  readonly words: string;
}

export interface TermTipProps {
  readonly told: ToldTerm | null;
  readonly onClose: () => void;
}

/**
 * Words right under the sign pointed at, touched or stood on by keys. The pointer may go onto them, Escape takes them away, and they stay
 * while the sign is pointed at or focused (WCAG 1.4.13). The sign itself is read aloud with the same words: this is for eyes, and its link
 * for a finger, whose first touch only tells. Stands inside what is positioned and listens for the signs.
 */
export function TermTip({ told, onClose }: TermTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const term = told?.term;
  useLayoutEffect(() => {
    const box = tip.current;
    const within = box?.offsetParent;
    if (!term || !box || !within) return;
    const [sign, frame] = [term.getBoundingClientRect(), within.getBoundingClientRect()];
    const left = sign.left - frame.left + sign.width / 2 - box.offsetWidth / 2;
    setPlace({ left: Math.max(0, Math.min(left, frame.width - box.offsetWidth)), top: sign.bottom - frame.top });
  }, [term]);
  useEffect(() => {
    if (!term) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [term, onClose]);
  if (!told) return undefined;
  const measure = told.term.closest("tr")?.querySelector("th")?.querySelector("a")?.textContent ?? "";
  const { pathname, search } = new URL((told.term as HTMLAnchorElement).href);
  return (
    // pressing it leaves the focus on the sign: what is pressed would be gone before it is let go
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={tip}
      className="term-tip sm"
      data-term-tip
      aria-hidden="true"
      style={place}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="q">{typeset(measure)}</div>
      <div>{typeset(told.words)}</div>
      <RowsLink to={`${pathname}${search}`} tabIndex={-1}>
        Открыть отчёты
      </RowsLink>
    </div>
  );
}
