import type { ReactNode } from "react";
import { Link } from "react-router";
import { Brand } from "#web/shell/brand.tsx";
import { Slot } from "#web/slot.tsx";
import { useHeadingFocus } from "#web/ui/heading-focus.ts";
import type { ImportView } from "../../model/view.ts";
import "./review.css";

interface ImportFrameProps {
  readonly view: Pick<ImportView, "name" | "id" | "territoryId">;
  /** under the name: «37 мероприятий в 6 разделах» */
  readonly summary?: ReactNode;
  /** at the right of the bar */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The bar over a document, 64 px: mark, its name, what can be done. */
export function ImportFrame({ view, summary, actions, children }: ImportFrameProps) {
  const heading = useHeadingFocus(view.name);
  return (
    <div className="review">
      <header className="ib-top">
        <Link to="/" className="brand-link" aria-label="Ориентир, на главную">
          <Brand />
        </Link>
        <div className="fn">
          <h1 ref={heading} tabIndex={-1}>
            {view.name}
          </h1>
          {summary && <span>{summary}</span>}
        </div>
        <div className="r">
          <Slot name="history" facts={{ kind: "import", territoryId: view.territoryId, id: view.id }} />
          {actions}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
