import type { ReactNode } from "react";
import { Shape, type MarkState } from "./shape.tsx";

export interface GroupTitleProps {
  readonly children: ReactNode;
  /** how many rows follow */
  readonly count?: ReactNode;
  readonly state?: MarkState;
  readonly id?: string;
}

/** The heading of a group of rows: shape, words, count, and a rule under them. */
export function GroupTitle({ children, count, state, id }: GroupTitleProps) {
  return (
    <h2 className={`gh ${state ?? ""}`} id={id}>
      {state && <Shape state={state} />}
      <span>{children}</span>
      {count !== undefined && <span className="cnt">{count}</span>}
    </h2>
  );
}

export interface SectionTitleProps {
  readonly children: ReactNode;
  /** a figure or words after the title: «7 школ» */
  readonly count?: ReactNode;
  readonly action?: ReactNode;
  readonly id?: string;
}

/** The heading of a section of a page (18/24), with its count and at most one action. */
export function SectionTitle({ children, count, action, id }: SectionTitleProps) {
  return (
    <div className="hd">
      <h2 id={id}>
        {children} {count !== undefined && <span className="c">{count}</span>}
      </h2>
      {action}
    </div>
  );
}
