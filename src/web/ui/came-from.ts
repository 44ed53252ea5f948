import { useEffect } from "react";
import { useLocation } from "react-router";

interface Stood {
  readonly pathname: string;
  readonly search: string;
}

let here: Stood | undefined;
let before: Stood | undefined;

/** Called once by the shell: remembers the page before this one; steps and filters of the same page are that page. */
export function useRememberPages(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (here?.pathname !== pathname) before = here;
    here = { pathname, search };
  }, [pathname, search]);
}

/** The page from which a person came to the one at `pathname`; undefined where it was opened by itself. */
export function cameFrom(pathname: string): Stood | undefined {
  // a page is drawn before the shell has remembered it
  return here?.pathname === pathname ? before : here;
}
