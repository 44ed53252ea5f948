import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { showNotice } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { SavedView } from "../../model/contract.ts";
import { addressOfFilter } from "../view-address.ts";

/**
 * Begins a list with the view that its reader chose for that. Only a list that was come to without any filter: whoever followed a link, or
 * has taken the filters off, sees what they asked for.
 */
export function useOpeningView(views: readonly SavedView[] | undefined): void {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const isBare = useRef(search === "" && hash === "");
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
