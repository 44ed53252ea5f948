import { useState } from "react";
import { NavLink, useLocation } from "react-router";
import { useMe } from "../api/me.ts";
import { Slot } from "../slot.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { NavCount } from "./nav-count.tsx";
import { liesUnder, phoneBar, type NavigationItem } from "./navigation.ts";
import { UserChoices } from "./user-choices.tsx";

/** What a person keeps of their own, help and the search are opened from «Ещё» too. */
const OWN_PAGES = ["/password", "/letters", "/my-data", "/help", "/search"];

/** The foot of a phone's screen, 64 px: three places and «Ещё» with the rest and the person. */
export function BottomBar({ items }: { readonly items: readonly NavigationItem[] }) {
  const { person } = useMe();
  // opened at one address: whatever in it leads to another closes it
  const [openedAt, setOpenedAt] = useState<string>();
  const { bar, rest } = phoneBar(items);
  const { pathname, key } = useLocation();
  const opened = openedAt === key;
  const close = () => setOpenedAt(undefined);
  const within = [...rest.map((item) => item.path), ...OWN_PAGES].some((path) => liesUnder(pathname, path));
  return (
    <nav className="foot" aria-label="Разделы">
      {bar.map((item) => (
        <NavLink key={item.path} to={item.path}>
          <Icon name={item.icon} size={22} />
          <span>
            {item.phone ?? item.label} <NavCount items={[item]} />
          </span>
        </NavLink>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-current={within ? "true" : undefined}
        onClick={() => setOpenedAt(key)}
      >
        <Icon name="more" size={22} />
        <span>
          Ещё <NavCount items={rest} />
        </span>
      </button>
      <Dialog opened={opened} onClose={close} title={person.shortName} givesFocusBack={!openedAt || opened}>
        <div className="sheet-list">
          <Slot name="find-sheet" facts={{}} />
          {rest.map((item) => (
            <NavLink className="it" key={item.path} to={item.path}>
              <Icon name={item.icon} />
              <span>{item.label}</span>
              <NavCount items={[item]} />
            </NavLink>
          ))}
        </div>
        <UserChoices onDone={close} />
      </Dialog>
    </nav>
  );
}
