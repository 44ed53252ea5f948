import { Popover } from "@mantine/core";
import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { placeName, useMe } from "../api/me.ts";
import { Icon } from "../ui/icon.tsx";
import { typeset } from "../ui/typeset.ts";
import { PlaceChoice } from "./place-choice.tsx";

/** Where the person works now: words where there is one place, a button that opens the others and names the role where there are several. */
export function PlaceSwitch({ className }: { readonly className: string }) {
  const { current, places } = useMe();
  const [opened, setOpened] = useState(false);
  const name = typeset(placeName(current));
  if (places.length === 1) return <div className={className}>{name}</div>;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={280}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={`${className} place-switch`}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened((now) => !now)}
        >
          <span>
            {name}
            <span className="role">
              {typeset(`${current.roleName}, ещё ${counted(places.length - 1, ["место", "места", "мест"])}`)}
            </span>
          </span>
          <Icon name="chevronDown" size={16} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Ваши места работы">
        <PlaceChoice onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
