import type { ReactNode } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { Slot } from "../slot.tsx";
import { cameFrom } from "../ui/came-from.ts";
import { Icon } from "../ui/icon.tsx";
import { Brand } from "./brand.tsx";
import { NavCount } from "./nav-count.tsx";
import { liesUnder, standsAt, type NavigationItem } from "./navigation.ts";
import { PlaceSwitch } from "./place-switch.tsx";
import { UserMenu } from "./user-menu.tsx";

/** The column on the left, 208 px: mark, place, parts of the product, help, the person. */
export function SideNav({ items }: { readonly items: readonly NavigationItem[] }) {
  return (
    <nav className="nav" aria-label="Разделы">
      <Link to="/" className="brand-link" aria-label="Ориентир, на главную">
        <Brand />
      </Link>
      <PlaceSwitch className="place" />
      <Slot name="find" facts={{}} />
      {items
        .filter((item) => !item.below)
        .map((item) => (
          <Item key={item.path} item={item} />
        ))}
      <div className="sp" />
      {items
        .filter((item) => item.below)
        .map((item) => (
          <Item key={item.path} item={item} />
        ))}
      <UserMenu />
    </nav>
  );
}

function Item({ item }: { readonly item: NavigationItem }) {
  const { around = [] } = item;
  const { pathname } = useLocation();
  const at = standsAt(pathname, cameFrom(pathname));
  // of an address that stands under this word without being below it, the link itself cannot know
  const near = [...around, ...(at === pathname ? [] : [item.path])].some((place) => liesUnder(at, place));
  const Place = near ? NearLink : at === pathname ? NavLink : Link;
  return (
    <Place className="it" to={item.path}>
      <Icon name={item.icon} />
      <span>{item.label}</span>
      <NavCount items={[item]} />
    </Place>
  );
}

function NearLink({
  children,
  ...link
}: {
  readonly className: string;
  readonly to: string;
  readonly children: ReactNode;
}) {
  return (
    <Link {...link} aria-current="true">
      {children}
    </Link>
  );
}
