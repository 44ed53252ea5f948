import { Popover } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../api/me.ts";
import { Avatar } from "../ui/avatar.tsx";
import { UserChoices } from "./user-choices.tsx";

/** The person at the foot of the navigation; opens the places, the theme, the password and the way out. */
export function UserMenu() {
  const me = useMe();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" width={280} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className="me"
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened((now) => !now)}
        >
          <Avatar shortName={me.person.shortName} />
          <span>
            <b>{me.person.shortName}</b>
            <span className="q">{me.current.position}</span>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Вы и ваше место работы">
        <UserChoices onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
