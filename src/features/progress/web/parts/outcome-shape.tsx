import type { Outcome } from "../../model/outcome.ts";
import "./outcome-shape.css";

const stroke = { fill: "none", stroke: "currentColor", strokeLinecap: "round", strokeLinejoin: "round" } as const;
const tick = "M1.4 6 4.2 8.8 10.6 2.2";

/** Every outcome has a shape of its own, so that black on white is enough to tell them apart. */
const SHAPES: Readonly<Record<Outcome, React.ReactNode>> = {
  inTime: <path d="M1.4 6.5 4.5 9.6 10.6 2.8" {...stroke} strokeWidth="2" />,
  early: <path d="M.8 6.6 3 8.8 7.4 4M5 8 6 8.8 11.2 3" {...stroke} strokeWidth="1.6" />,
  doneLate: (
    <>
      <path d={tick} {...stroke} strokeWidth="2" />
      <path d="M1.4 11.2h9.2" {...stroke} strokeWidth="1.4" />
    </>
  ),
  submitted: <circle cx="6" cy="6" r="4.6" fill="currentColor" />,
  paused: <path d="M4 1.8v8.4M8 1.8v8.4" {...stroke} strokeWidth="1.8" />,
  returned: <path d="M4.6 1.6 1.5 4.7l3.1 3.1M1.8 4.7h5.4a3 3 0 0 1 0 6H5" {...stroke} strokeWidth="1.7" />,
  late: <path d="M6 .4 11.6 6 6 11.6.4 6z" fill="currentColor" />,
  moved: <path d="M1.2 6h9.2M7 2.4 10.6 6 7 9.6" {...stroke} strokeWidth="1.7" />,
  running: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  upcoming: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  notApplicable: <path d="M2 6h8" {...stroke} strokeWidth="1.6" />,
};

/** The bare shape of an outcome; its word stands beside it, or is read aloud. */
export function OutcomeShape({ outcome, size = 12 }: { readonly outcome: Outcome; readonly size?: number }) {
  return (
    <svg className={`o-${outcome}`} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[outcome]}
    </svg>
  );
}
