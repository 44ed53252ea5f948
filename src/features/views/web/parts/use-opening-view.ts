import { useEffect, useRef } from "react";
import { useLocation, useNavigate, useNavigationType } from "react-router";
import { showNotice } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { SavedView } from "../../model/contract.ts";
import { addressOfFilter } from "../view-address.ts";

/**
 * Begins a list with the view that its reader chose for that. Only a list that was come to without any filter: whoever followed a link, has
 * taken the filters off or comes back to where they were so, sees what they asked for.
 */
export function useOpeningView(views: readonly SavedView[] | undefined): void {
  const { search, hash, key } = useLocation();
  const navigate = useNavigate();
  // an address opened anew has no key of the history yet
  const isBack = useNavigationType() === "POP" && key !== "default";
  const isBare = useRef(search === "" && hash === "" && !isBack);
  useEffect(() => {
    if (!isBare.current || !views) return;
    isBare.current = false;
    const view = views.find(({ opens }) => opens);
    if (!view || search !== "") return;
    void navigate(`?${addressOfFilter(view.filter)}`, { replace: true, preventScrollReset: true });
    tellCut(view);
  }, [views, search, navigate]);
}

/** Tells that a view shows more than it was kept for: the list takes some of its words no more. */
export function tellCut({ isCut, name }: SavedView): void {
  if (isCut) showNotice(typeset(`Часть отбора вида «${name}» больше не действует, она снята`), "soon");
}
