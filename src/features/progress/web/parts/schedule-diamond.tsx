import type { MarkState } from "#web/ui/shape.tsx";

/** What tells the state of a date without its colour; late and ahead are told by the ground, full and empty. */
const SIGN: Partial<Record<MarkState, string>> = {
  accepted: "M5 8.2 7.1 10.3 11 5.9",
  paused: "M6.6 5.6v4.8M9.4 5.6v4.8",
  returned: "M9.8 5.4 6.2 8l3.6 2.6",
};

/** A single date, with its state. */
export function Diamond({ state }: { readonly state: MarkState }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {state === "notApplicable" ? <path className="t" d="M4 8h8" /> : <path className="d" d="M8 1 15 8 8 15 1 8z" />}
      {SIGN[state] && <path className="t" d={SIGN[state]} />}
      {state === "soon" && <path className="h" d="M8 1 15 8 8 15z" />}
      {state === "submitted" && <circle className="c" cx="8" cy="8" r="2.4" />}
    </svg>
  );
}
