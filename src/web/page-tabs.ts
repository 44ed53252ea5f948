import { useMatches } from "react-router";
import type { Me } from "./api/me.ts";
import type { SlicePicture } from "./slice-route.ts";
import type { TabsProps } from "./ui/tabs.tsx";

/** What a route tells: to its page the tabs among its parts, in order; how its code is fetched before it is shown; what it asks; whose it is. */
export interface PageHandle {
  readonly tabs: readonly { readonly path: string; readonly label: string }[];
  readonly fetch: () => Promise<unknown>;
  readonly picture: SlicePicture | undefined;
  /** of a place in the navigation */
  readonly visible: ((me: Me) => boolean) | undefined;
}

/** The tabs of the page one stands on, those that other slices added among them, for `Tabs`. */
export function usePageTabs(): TabsProps["items"] {
  const page = useMatches()
    .filter((match) => ((match.handle as PageHandle | undefined)?.tabs.length ?? 0) > 0)
    .at(-1);
  if (!page) return [];
  const base = page.pathname.replace(/\/$/, "");
  return (page.handle as PageHandle).tabs.map(({ path, label }) =>
    path === "" ? { to: base, label, end: true } : { to: `${base}/${path}`, label },
  );
}
