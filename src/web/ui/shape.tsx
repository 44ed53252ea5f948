/** What a thing's state is, as far as its mark goes; the word beside the mark is the page's. */
export type MarkState = "ahead" | "soon" | "late" | "submitted" | "accepted" | "returned" | "paused" | "notApplicable";

const stroke = { fill: "none", stroke: "currentColor", strokeLinecap: "round", strokeLinejoin: "round" } as const;

const SHAPES: Readonly<Record<MarkState, React.ReactNode>> = {
  ahead: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  soon: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  late: <path d="M6 .4 11.6 6 6 11.6.4 6z" fill="currentColor" />,
  submitted: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  accepted: <path d="M1.4 6.5 4.5 9.6 10.6 2.8" {...stroke} strokeWidth="2" />,
  returned: <path d="M4.6 1.6 1.5 4.7l3.1 3.1M1.8 4.7h5.4a3 3 0 0 1 0 6H5" {...stroke} strokeWidth="1.7" />,
  paused: <path d="M4 2.5v7M8 2.5v7" {...stroke} strokeWidth="2" />,
  notApplicable: <path d="M2 6h8" {...stroke} strokeWidth="1.6" />,
};

export interface ShapeProps {
  readonly state: MarkState;
  /** side in px: 12, in dense tables 10 */
  readonly size?: number;
}

/** The bare shape of a state, readable in black and white. Use it only beside its word; otherwise `StateMark`. */
export function Shape({ state, size = 12 }: ShapeProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}
