import { useMatches } from "react-router";
import type { TabsProps } from "./ui/tabs.tsx";

/** What a route tells its page: the tabs among its parts, in order. */
export interface PageTabs {
  readonly tabs: readonly { readonly path: string; readonly label: string }[];
}

/** The tabs of the page one stands on, those that other slices added among them, for `Tabs`. */
export function usePageTabs(): TabsProps["items"] {
  const page = useMatches()
    .filter((match) => ((match.handle as PageTabs | undefined)?.tabs.length ?? 0) > 0)
    .at(-1);
  if (!page) return [];
  const base = page.pathname.replace(/\/$/, "");
  return (page.handle as PageTabs).tabs.map(({ path, label }) =>
    path === "" ? { to: base, label, end: true } : { to: `${base}/${path}`, label },
  );
}
