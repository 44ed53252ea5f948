import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { matchRoutes, type RouteObject } from "react-router";
import { productDay } from "./api/product-clock.ts";
import type { Arriving } from "./arriving.tsx";
import type { PageHandle } from "./page-tabs.ts";

type Fetch = () => Promise<unknown>;

const IDENTIFIER = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Of parts of the page that stands there. */
const parts = new Set<Fetch>();

/**
 * While a page rests, the code of the pages that its links lead to comes, one after another: on a village line the next page then waits for
 * its answers alone. Nothing comes where the device saves traffic, and nothing more once something is asked.
 */
export function fetchAhead(routes: RouteObject[], queries: QueryClient): void {
  const begun = new Set<Fetch>();
  const followed = new Set<string>();
  let waiting = false;
  let isBroken = false;
  const isAsking = () => queries.isFetching() > 0 || queries.isMutating() > 0;
  const fetchOne = async (fetch: Fetch) => {
    if (begun.has(fetch)) return;
    begun.add(fetch);
    await fetch().catch((fault: unknown) => {
      begun.delete(fetch);
      throw fault;
    });
  };
  const fetchAll = async () => {
    if (isAsking()) return;
    // the first day that is told in a zone takes a slow device long
    productDay();
    for (const fetch of parts) {
      if (isAsking()) return;
      await fetchOne(fetch);
    }
    for (const [kind, path] of linksByKind()) {
      if (followed.has(kind)) continue;
      // finding the page of an address takes a slow device long: between two of them a press is heard
      await idle();
      if (isAsking()) return;
      for (const fetch of pagesAt(routes, path)) await fetchOne(fetch);
      followed.add(kind);
    }
  };
  queries.getQueryCache().subscribe(() => {
    if (waiting || isBroken || isAsking() || savesTraffic()) return;
    waiting = true;
    void idle()
      .then(fetchAll)
      // a browser may hold code that did not come once for lost until the page is loaded anew: on a line that breaks no more of it is risked
      .catch(() => {
        isBroken = true;
      })
      .finally(() => {
        waiting = false;
      });
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

/** One address of every kind that the page leads to: the rows of a list lead to pages that differ in the identifier alone. */
function linksByKind(): ReadonlyMap<string, string> {
  // what the page itself leads to is likelier than the navigation around it
  const links = ["main a", "nav a"].flatMap((of) => [
    ...document.querySelectorAll<HTMLAnchorElement>(`${of}[href^='/']`),
  ]);
  return new Map(links.map(({ pathname }) => [pathname.replaceAll(IDENTIFIER, ":"), pathname]));
}

function pagesAt(routes: RouteObject[], path: string): readonly Fetch[] {
  return (matchRoutes(routes, path) ?? []).flatMap(
    ({ route }) => (route.handle as PageHandle | undefined)?.fetch ?? [],
  );
}

/** What the device says of its line; not every browser tells. */
function savesTraffic(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean; readonly effectiveType?: string } };
  return connection?.saveData === true || connection?.effectiveType?.endsWith("2g") === true;
}

function idle(): Promise<void> {
  return new Promise((run) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => run());
    else setTimeout(run);
  });
}
