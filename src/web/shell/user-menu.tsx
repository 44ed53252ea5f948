import { Popover } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../api/me.ts";
import { Avatar } from "../ui/avatar.tsx";
import { UserChoices } from "./user-choices.tsx";

/**
 * The person at the foot of the navigation, or in the head of a page without one (`small`: the sign alone); opens the places, the theme,
 * the password and the way out.
 */
export function UserMenu({ small = false }: { readonly small?: boolean }) {
  const me = useMe();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={small ? "bottom-end" : "top-start"}
      width={280}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={small ? "me-small" : "me"}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened((now) => !now)}
        >
          <Avatar shortName={me.person.shortName} />
          {small ? (
            <span className="visually-hidden">Меню: {me.person.shortName}</span>
          ) : (
            <span>
              <b>{me.person.shortName}</b>
              <span className="q">{me.current.position}</span>
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Вы и ваше место работы">
        <UserChoices onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
