import { useEffect, useRef, useState } from "react";
import { NavLink, useLocation } from "react-router";

export interface TabsProps {
  readonly label: string;
  readonly items: readonly { readonly to: string; readonly label: string; readonly end?: boolean }[];
}

/** Parts of one thing, each with its own address. The current one is read from the address and stands in sight; a cut edge fades. */
export function Tabs({ label, items }: TabsProps) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const [cut, setCut] = useState("");
  useEffect(() => {
    const tabs = row.current;
    if (!tabs) return;
    const look = () => setCut(cutEdges(tabs));
    const current = tabs.querySelector<HTMLElement>('[aria-current="page"]');
    // Only the row moves: `scrollIntoView` would move the page too.
    if (current) tabs.scrollLeft = current.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
    look();
    tabs.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(tabs);
    return () => {
      tabs.removeEventListener("scroll", look);
      sizes.disconnect();
    };
    // The current tab changes with the address, the row's length with what slices add.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [pathname, items.length]);
  return (
    <nav className="tabs" aria-label={label} ref={row} data-cut={cut || undefined}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end ?? false}>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}

/** "left", "right" or both: where the row goes on beyond its edge. */
function cutEdges(row: HTMLElement): string {
  const right = row.scrollWidth - row.clientWidth - row.scrollLeft;
  return [row.scrollLeft > 1 && "left", right > 1 && "right"].filter(Boolean).join(" ");
}
