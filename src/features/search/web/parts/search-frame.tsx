import { useEffect } from "react";
import { useLocation } from "react-router";
import { useMe } from "#web/api/me.ts";
import { arriving } from "#web/arriving.tsx";
import { useKeysChoice } from "#web/ui/keys.ts";
import { asksForSearch, setSearchOpened, useSearchOpened } from "../search-open.ts";

const SearchDialog = arriving(() => import("./search-dialog.tsx"));

/** The keys of the search and its dialog, whose code comes when it is first opened. */
export function SearchFrame() {
  const opened = useSearchOpened();
  const [singleKeys] = useKeysChoice(useMe().account.id);
  useEffect(() => {
    const hear = (press: KeyboardEvent) => {
      // half of the keys: whoever types on at once types into the field
      if (press.key === "Control" || press.key === "Meta") void SearchDialog.fetch().catch(() => undefined);
      if (!asksForSearch(press, singleKeys)) return;
      press.preventDefault();
      // a question that stands open is answered first
      if (!document.querySelector('[role="dialog"]')) setSearchOpened(true);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [singleKeys]);
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
