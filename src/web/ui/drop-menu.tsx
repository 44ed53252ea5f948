import { Menu, type MenuProps } from "@mantine/core";
import { floatTarget } from "./float-target.ts";
import "@mantine/core/styles/Menu.layer.css";

/** px: a longer menu is rolled */
const TALLEST = 420;

/** No menu ends beyond the edge of the screen, where a phone could not reach it: it opens where there is more room and is rolled within it. */
const WITHIN_SCREEN: MenuProps["middlewares"] = {
  size: {
    padding: 8,
    apply: ({ availableHeight, elements }) => {
      elements.floating.style.maxHeight = `${Math.min(availableHeight, TALLEST)}px`;
    },
  },
};

interface DropMenuProps extends Pick<MenuProps, "children" | "opened" | "onChange"> {
  readonly from?: "start" | "end";
}

/** A menu under its button, from the edge that `from` names; inside go `Menu.Target` and `Menu.Dropdown`. */
export function DropMenu({ from = "start", children, ...openness }: DropMenuProps) {
  return (
    <Menu position={`bottom-${from}`} offset={4} portalProps={floatTarget()} middlewares={WITHIN_SCREEN} {...openness}>
      {children}
    </Menu>
  );
}
