import { useCounts } from "../api/counts.ts";
import type { NavigationItem } from "./navigation.ts";

/** The figure beside a word of the navigation, or of all that stands behind one; nothing while it is unknown or 0. */
export function NavCount({ items }: { readonly items: readonly Pick<NavigationItem, "count">[] }) {
  const counts = useCounts();
  const figure = counts ? items.reduce((sum, { count }) => sum + (count?.(counts) ?? 0), 0) : 0;
  return figure > 0 && <span className="c">{figure}</span>;
}
