import type { ReactNode } from "react";
import { Link } from "react-router";
import { typesetNode } from "./typeset.ts";

/** A list of rows; give every row a `Row`. */
export function Rows({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return <ul aria-label={label}>{children}</ul>;
}

export interface RowProps {
  readonly what: ReactNode;
  readonly to?: string | undefined;
  /** the second line, grey */
  readonly meta?: ReactNode;
  /** one more fact of the second line; on a phone a line of its own */
  readonly extra?: ReactNode;
  /** a date as people say it */
  readonly due?: ReactNode;
  /** «через 2 дня», with the class of its state */
  readonly relative?: ReactNode;
  readonly action?: ReactNode;
  /** the tick of a row that may be chosen; null in a list of such rows where this one may not */
  readonly pick?: ReactNode;
}

/** One row: words, then date, then one button; on a phone the words take the whole width. */
export function Row({ what, to, meta, extra, due, relative, action, pick }: RowProps) {
  return (
    <li className={pick === undefined ? "row" : "row picking"}>
      {pick !== undefined && <div>{pick}</div>}
      <div className="w">
        {to ? (
          <Link className="what" to={to}>
            {typesetNode(what)}
          </Link>
        ) : (
          <span className="what">{typesetNode(what)}</span>
        )}
        {(meta || extra) && (
          <div className="meta">
            {typesetNode(meta)}
            {extra && <span className="x">{typesetNode(extra)}</span>}
          </div>
        )}
      </div>
      <div className="due">
        {due && <span>{due}</span>}
        {relative && <span className="rel">{relative}</span>}
      </div>
      <div className="act">{action}</div>
    </li>
  );
}
