import { NavLink } from "react-router";

export interface TabsProps {
  readonly label: string;
  readonly items: readonly { readonly to: string; readonly label: string; readonly end?: boolean }[];
}

/** Parts of one thing, each with its own address. The current one is read from the address. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end ?? false}>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}
