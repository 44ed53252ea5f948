import type { ReactNode } from "react";
import { Link } from "react-router";
import { Brand } from "#web/shell/brand.tsx";
import { UserMenu } from "#web/shell/user-menu.tsx";
import { Slot } from "#web/slot.tsx";
import { useHeadingFocus } from "#web/ui/heading-focus.ts";
import type { ImportView } from "../../model/view.ts";
import { Main } from "#web/ui/main.tsx";
import "./review.css";

interface ImportFrameProps {
  /** undefined: the document did not open */
  readonly view: Pick<ImportView, "name" | "id" | "territoryId"> | undefined;
  /** under the name: «37 мероприятий в 6 разделах» */
  readonly summary?: ReactNode;
  /** at the right of the bar */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The bar over a document, 64 px: mark, its name, what can be done, the person and the way out. */
export function ImportFrame({ view, summary, actions, children }: ImportFrameProps) {
  const name = view?.name ?? "Документ";
  const heading = useHeadingFocus(name);
  return (
    <div className="review">
      <header className="ib-top">
        <Link to="/" className="brand-link" aria-label="Ориентир, на главную">
          <Brand />
        </Link>
        <div className="fn">
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          {summary && <span>{summary}</span>}
          {summary && <Slot name="how-to" facts={{ section: "import" }} />}
        </div>
        <div className="r">
          {view && <Slot name="history" facts={{ kind: "import", territoryId: view.territoryId, id: view.id }} />}
          {actions}
        </div>
        <UserMenu small />
      </header>
      <Main id="main" tabIndex={-1}>
        {children}
      </Main>
    </div>
  );
}
