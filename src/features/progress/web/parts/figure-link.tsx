import type { ReactNode } from "react";
import { localDate } from "#shared/local-date.ts";
import type { Figure } from "../../model/figure.ts";
import { rowsLink, type FigureScope } from "../../model/rows-link.ts";
import "./figure-link.css";
import { RowsLink } from "./rows-link.tsx";

export interface FigureLinkProps {
  readonly scope: FigureScope;
  readonly part: keyof Figure;
  readonly today: string;
  readonly className?: string;
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A number that opens into the rows it counts. */
export function FigureLink({ scope, part, today, className, label, children }: FigureLinkProps) {
  return (
    <RowsLink
      className={className ? `fig ${className}` : "fig"}
      to={rowsLink(scope, part, localDate(today))}
      aria-label={label}
    >
      {children}
    </RowsLink>
  );
}

/** A period as it came from the server, for a scope. */
export function periodScope(period: { readonly from: string; readonly to: string } | null) {
  return period ? { period: { from: localDate(period.from), to: localDate(period.to) } } : {};
}
