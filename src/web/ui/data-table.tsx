import type { ReactNode } from "react";

export interface DataTableProps {
  /** what the table holds, for a screen reader */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/**
 * The frame of a table: class `tb` (hairlines), own scrolling where the page is narrower than the table.
 * `className="stack"` turns rows into blocks on a phone: `wide` cells take a line, `data-label` names a figure, `end` stands right.
 * Rows are plain `thead`/`tbody`; `className="n"` on numbers, «–» where there is none, `className="hover"` on rows that open.
 */
export function DataTable({ label, children, className }: DataTableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="tb-scroll" aria-label={label} tabIndex={0}>
      <table className={className ? `tb ${className}` : "tb"}>{children}</table>
    </section>
  );
}
