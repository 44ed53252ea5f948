import { Menu } from "@mantine/core";
import { Link } from "react-router";
import { Button } from "./button.tsx";
import { DropMenu } from "./drop-menu.tsx";
import { Icon, type IconName } from "./icon.tsx";

export interface MenuAction {
  readonly label: string;
  readonly icon?: IconName;
  /** either opens an address … */
  readonly to?: string;
  /** … or does something */
  readonly onClick?: () => void;
}

export interface ActionMenuProps {
  /** the word on the button; «Ещё» */
  readonly label?: string;
  readonly actions: readonly MenuAction[];
  readonly size?: "small" | "medium";
}

/** What is done rarely, behind one button. */
export function ActionMenu({ label = "Ещё", actions, size = "medium" }: ActionMenuProps) {
  return (
    <DropMenu from="end">
      <Menu.Target>
        <Button icon="more" size={size}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => {
          const icon = action.icon && <Icon name={action.icon} size={18} />;
          return action.to ? (
            <Menu.Item key={action.label} component={Link} to={action.to} leftSection={icon}>
              {action.label}
            </Menu.Item>
          ) : (
            <Menu.Item key={action.label} onClick={action.onClick} leftSection={icon}>
              {action.label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </DropMenu>
  );
}
