import { Link, NavLink } from "react-router";
import { Icon } from "../ui/icon.tsx";
import { Brand } from "./brand.tsx";
import type { NavigationItem } from "./navigation.ts";
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
  const { Count } = item;
  return (
    <NavLink className="it" to={item.path}>
      <Icon name={item.icon} />
      <span>{item.label}</span>
      {Count && (
        <span className="c">
          <Count />
        </span>
      )}
    </NavLink>
  );
}
