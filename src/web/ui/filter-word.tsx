import { Menu } from "@mantine/core";
import { useAddressValue } from "./address-value.ts";

export interface FilterWordProps {
  /** the parameter of the address that holds the value */
  readonly name: string;
  /** «Состояние» */
  readonly label: string;
  /** the first is what holds when nothing is chosen: «все» */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A filter said as words, «Состояние: все»; the value opens a menu and lives in the address bar. */
export function FilterWord({ name, label, options }: FilterWordProps) {
  const [value, setValue] = useAddressValue(name, options[0]?.value ?? "");
  const chosen = options.find((option) => option.value === value) ?? options[0];
  return (
    <Menu position="bottom-start" offset={4} withinPortal>
      <Menu.Target>
        <button type="button" className="filter-word">
          {label}: <b>{chosen?.label}</b>
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            role="menuitemradio"
            aria-checked={option.value === chosen?.value}
            onClick={() => setValue(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The line over a list: search, filters, and on the right (`className="r"`) what can be done with the whole list. */
export function Filters({ children }: { readonly children: React.ReactNode }) {
  return <div className="filters">{children}</div>;
}
