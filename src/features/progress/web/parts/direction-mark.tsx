import type { ReactNode } from "react";
import type { Direction } from "../../model/direction.ts";
import "./direction-mark.css";

const SIGN: Readonly<Record<Direction, string>> = {
  up: "M6 2.2 10.6 9H1.4z",
  down: "M6 9.8 1.4 3h9.2z",
  same: "M1.5 4.2h9v1.4h-9zM1.5 7.4h9v1.4h-9z",
};

/**
 * Where a figure goes: a shape beside its words, of one colour, since more is not always better. Of a share done, which is, `judged` tells
 * what got worse by colour beside the shape and the sign.
 */
export function DirectionMark({
  direction,
  judged = false,
  children,
}: {
  readonly direction: Direction;
  readonly judged?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={judged ? `st dir ${direction}` : "st dir"}>
      <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
        <path d={SIGN[direction]} fill="currentColor" />
      </svg>
      {children}
    </span>
  );
}

/** How a share done went; words alone where there is no way between the two, or it is of too few reports. */
export function ShareMark({
  compared: { direction, isOfFew },
  children,
}: {
  readonly compared: { readonly direction: Direction | null; readonly isOfFew: boolean };
  readonly children: ReactNode;
}) {
  if (direction === null || isOfFew) return <span className="q">{children}</span>;
  return (
    <DirectionMark direction={direction} judged>
      {children}
    </DirectionMark>
  );
}
