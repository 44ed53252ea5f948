import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { matchRoutes, type RouteObject } from "react-router";
import { productDay } from "./api/product-clock.ts";
import type { Arriving } from "./arriving.tsx";
import type { PageHandle } from "./page-tabs.ts";

type Fetch = () => Promise<unknown>;

/** Of parts of the page that stands there. */
const parts = new Set<Fetch>();

/**
 * While a page rests, the code of the pages that its links lead to comes, one after another: on a village line the next page then waits for
 * its answers alone. Nothing comes where the device saves traffic, and nothing more once something is asked.
 */
export function fetchAhead(routes: RouteObject[], queries: QueryClient): void {
  const begun = new Set<Fetch>();
  let waiting = false;
  const fetchAll = async () => {
    // the first day that is told in a zone takes a slow device long
    productDay();
    for (const fetch of [...parts, ...linkedPages(routes)]) {
      if (queries.isFetching() > 0) break;
      if (begun.has(fetch)) continue;
      begun.add(fetch);
      // the line broke: whoever opens it is told of that
      await fetch().catch(() => begun.delete(fetch));
    }
    waiting = false;
  };
  queries.getQueryCache().subscribe(() => {
    if (waiting || queries.isFetching() > 0 || savesTraffic()) return;
    waiting = true;
    whenIdle(() => void fetchAll());
  });
}

/** The code of a part that opens at a press comes while the page rests; `wanted`: the part can be opened. */
export function useFetchAhead<Props>({ fetch }: Pick<Arriving<Props>, "fetch">, wanted = true): void {
  useEffect(() => {
    if (!wanted) return;
    parts.add(fetch);
    return () => {
      parts.delete(fetch);
    };
  }, [fetch, wanted]);
}

function linkedPages(routes: RouteObject[]): ReadonlySet<Fetch> {
  // what the page itself leads to is likelier than the navigation around it
  const links = ["main a", "nav a"].flatMap((of) => [
    ...document.querySelectorAll<HTMLAnchorElement>(`${of}[href^='/']`),
  ]);
  return new Set(
    links.flatMap(({ pathname }) =>
      (matchRoutes(routes, pathname) ?? []).flatMap(
        ({ route }) => (route.handle as PageHandle | undefined)?.fetch ?? [],
      ),
    ),
  );
}

/** What the device says of its line; not every browser tells. */
function savesTraffic(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean; readonly effectiveType?: string } };
  return connection?.saveData === true || connection?.effectiveType?.endsWith("2g") === true;
}

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run);
  else setTimeout(run);
}
