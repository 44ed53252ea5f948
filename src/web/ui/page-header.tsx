import type { ReactNode } from "react";
import { Link } from "react-router";
import { Slot } from "../slot.tsx";
import { useHeadingFocus } from "./heading-focus.ts";
import { Icon } from "./icon.tsx";
import { typeset, typesetNode } from "./typeset.ts";
import "./page-header.css";

export interface PageHeaderProps {
  /** plain words: they also name the window */
  readonly title: string;
  /** the heading as shown where it holds links; `title` then serves the window */
  readonly heading?: ReactNode;
  /** a small line over the title: a date, a step, a kind */
  readonly kicker?: ReactNode;
  /** where one came from: an arrow and the name of that page */
  readonly back?: { readonly to: string; readonly label: string };
  /** the list this page belongs to, without an arrow */
  readonly crumb?: { readonly to: string; readonly label: string };
  /** under the title, grey */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** the section of the guide that tells of this page's work (features/guide) */
  readonly howTo?: string;
  /** page 28/36; programme 24/32; sentence 28/40 */
  readonly size?: "page" | "programme" | "sentence";
}

/** The head of a page: its one h1, the way back, what can be done. */
export function PageHeader({
  title,
  heading,
  kicker,
  back,
  crumb,
  lead,
  actions,
  howTo,
  size = "page",
}: PageHeaderProps) {
  const ref = useHeadingFocus(title);
  return (
    <header className="page-header">
      {back && (
        <Link className="back" to={back.to}>
          <Icon name="chevronLeft" size={16} />
          {back.label}
        </Link>
      )}
      {crumb && (
        <nav className="crumb" aria-label="Путь">
          <Link to={crumb.to}>{crumb.label}</Link>
        </nav>
      )}
      {kicker && <p className="kick">{typesetNode(kicker)}</p>}
      <div className="ph1">
        <h1 ref={ref} tabIndex={-1} className={size}>
          {heading ?? typeset(title)}
        </h1>
        {actions && <div className="ph-act">{actions}</div>}
      </div>
      {lead && <div className="lead">{typesetNode(lead)}</div>}
      {howTo && <Slot name="how-to" facts={{ section: howTo }} />}
    </header>
  );
}
