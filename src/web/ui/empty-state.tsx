import type { ReactNode } from "react";
import { typesetNode } from "./typeset.ts";
import "./empty-state.css";

export interface EmptyStateProps {
  /** what is true now: «Сейчас всё сдано» */
  readonly title: string;
  /** when the next thing comes */
  readonly children?: ReactNode;
  /** the next thing itself */
  readonly next?: { readonly what: ReactNode; readonly meta?: ReactNode; readonly due: ReactNode };
  /** one link */
  readonly action?: ReactNode;
}

/** Nothing here, said as a fact with what comes next. */
export function EmptyState({ title, children, next, action }: EmptyStateProps) {
  return (
    <section className="emp">
      <h2>{title}</h2>
      {children && <p>{typesetNode(children)}</p>}
      {next && (
        <div className="nx">
          <div>
            {typesetNode(next.what)}
            {next.meta && <div className="meta">{next.meta}</div>}
          </div>
          <div>{next.due}</div>
        </div>
      )}
      {action && <div className="more">{action}</div>}
    </section>
  );
}
