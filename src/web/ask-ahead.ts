import type { QueryClient } from "@tanstack/react-query";
import type { RouterProviderProps } from "react-router";
import { sessionQuery } from "./api/me.ts";
import { askedBy, shownBy } from "./picture-answers.ts";
import { codeOf } from "./router.tsx";

/**
 * Where one goes to a page, its code and what it says it asks (`SliceRoute.picture`) are sent for at once and together, not one after another
 * as its parts come to stand. An address with a query says what is shown, which the page reads itself.
 */
export function askAhead(router: RouterProviderProps["router"], queries: QueryClient): void {
  let last = router.state.location.pathname;
  router.subscribe(({ location: { pathname, search }, matches }) => {
    if (pathname === last) return;
    last = pathname;
    const me = queries.getQueryData(sessionQuery.queryKey);
    // answers first: of the few requests that a browser sends side by side those for code may be many
    // while something is being written, an answer may be older than what is written
    if (me && search === "" && queries.isMutating() === 0)
      for (const asking of askedBy(shownBy(matches), me)) void queries.prefetchQuery(asking);
    // a page and the part of it that stands at the address come together; what fails is said where it is shown
    codeOf(router).catch(() => undefined);
  });
}
