import type { ReactNode } from "react";
import type { Direction } from "../../model/direction.ts";
import "./direction-mark.css";

const SIGN: Readonly<Record<Direction, string>> = {
  up: "M6 2.2 10.6 9H1.4z",
  down: "M6 9.8 1.4 3h9.2z",
  same: "M1.5 4.2h9v1.4h-9zM1.5 7.4h9v1.4h-9z",
};

/** Where a figure goes: a shape beside its words, of one colour, since more is not always better. */
export function DirectionMark({
  direction,
  children,
}: {
  readonly direction: Direction;
  readonly children: ReactNode;
}) {
  return (
    <span className="st dir">
      <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
        <path d={SIGN[direction]} fill="currentColor" />
      </svg>
      {children}
    </span>
  );
}
