import { useEffect } from "react";
import { useLocation } from "react-router";
import { arriving } from "#web/arriving.tsx";
import { asksForSearch, setSearchOpened, useSearchOpened } from "../search-open.ts";

const SearchDialog = arriving(() => import("./search-dialog.tsx"));

/** The keys of the search and its dialog, whose code comes when it is first opened. */
export function SearchFrame() {
  const opened = useSearchOpened();
  useEffect(() => {
    const hear = (press: KeyboardEvent) => {
      // half of the keys: whoever types on at once types into the field
      if (press.key === "Control" || press.key === "Meta") void SearchDialog.fetch().catch(() => undefined);
      if (!asksForSearch(press)) return;
      press.preventDefault();
      // a question that stands open is answered first
      if (!document.querySelector('[role="dialog"]')) setSearchOpened(true);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  useCloseOnNavigation();
  return opened && <SearchDialog />;
}

/** What was found opens its page; the search over the one before is over. */
function useCloseOnNavigation() {
  const { key } = useLocation();
  useEffect(() => {
    setSearchOpened(false);
    // The address is what the effect is about, though it does not read it.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [key]);
}
