import type { QueryClient } from "@tanstack/react-query";
import { matchRoutes, type Params, type RouteObject } from "react-router";
import type { PictureFacts } from "#shared/first-picture.ts";
import type { Asking } from "./api/asking.ts";
import { countsOf } from "./api/counts.ts";
import type { Me } from "./api/me.ts";
import type { PageHandle } from "./page-tabs.ts";
import { sliceFills } from "./routes.tsx";

/** What the router found for an address. */
type Matches = readonly { readonly route: { readonly handle?: unknown }; readonly params: Params }[];

/** What shows the address, outermost first: a page, and the part of it that has an address of its own. */
export function shownBy(matches: Matches) {
  return matches.flatMap(({ route, params }) => (route.handle ? [{ ...(route.handle as PageHandle), params }] : []));
}

type Shown = ReturnType<typeof shownBy>;

/** The same of an address that the router has not found yet; nothing where no page stands. Finding takes a slow device long. */
export function shownAt(routes: RouteObject[], path: string): Shown {
  return shownBy(matchRoutes(routes, path) ?? []);
}

/** Whether all that is shown says what it asks, so that the server can draw it. */
export function hasPicture(shown: Shown): boolean {
  return shown.length > 0 && shown.every(({ picture }) => picture);
}

/** What is shown asks this for this person beside the session; nothing where it does not say so, or is no place of theirs. */
export function askedBy(shown: Shown, me: Me): readonly Asking<unknown>[] {
  if (shown.some(({ visible }) => visible?.(me) === false)) return [];
  const asks = shown.flatMap(({ picture, params }) => {
    if (!picture) return [];
    const fills = sliceFills.filter(({ slot }) => picture.slots?.includes(slot));
    return [...picture.asks(me, params), ...fills.flatMap((fill) => fill.asks?.(me, params) ?? [])];
  });
  return asks.length > 0 ? [countsOf(me), ...asks] : [];
}

/** Puts the answers where the page looks for them; `updatedAt` in milliseconds of the clock at hand. */
export function keepAnswers(
  queries: QueryClient,
  asked: readonly Asking<unknown>[],
  answers: PictureFacts["answers"],
  updatedAt: number,
): void {
  for (const { queryKey, address } of asked)
    if (address in answers) queries.setQueryData(queryKey, answers[address], { updatedAt });
}
