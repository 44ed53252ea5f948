import { Menu } from "@mantine/core";
import { useAddressValue } from "./address-value.ts";
import { DropMenu } from "./drop-menu.tsx";

export interface FilterWordProps {
  /** the parameter of the address that holds the value */
  readonly name: string;
  /** «Состояние» */
  readonly label: string;
  /** the first is what holds when nothing is chosen: «все» */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** what holds when nothing is chosen, where it is not the first */
  readonly standing?: string | undefined;
}

/** A filter said as words, «Состояние: все»; the value opens a menu and lives in the address bar. */
export function FilterWord({ name, label, options, standing }: FilterWordProps) {
  const [value, setValue] = useAddressValue(name, standing ?? options[0]?.value ?? "");
  const chosen = options.find((option) => option.value === value) ?? options[0];
  return (
    <DropMenu>
      <Menu.Target>
        <button type="button" className="filter-word">
          {label}: <b>{chosen?.label}</b>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={chosen?.value ?? ""} onChange={setValue}>
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </DropMenu>
  );
}

/** The line over a list: search, filters, and on the right (`className="r"`) what can be done with the whole list. */
export function Filters({ children }: { readonly children: React.ReactNode }) {
  return <div className="filters">{children}</div>;
}
