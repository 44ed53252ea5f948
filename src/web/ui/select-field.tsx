import { Select } from "@mantine/core";
import { FieldShell, type FieldFrame } from "./field-shell.tsx";
import { floatTarget } from "./float-target.ts";
import { Icon } from "./icon.tsx";
import { frame } from "./text-field.tsx";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends FieldFrame {
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly placeholder?: string;
}

/** One of many; typing narrows the list. For up to five, prefer `ChoiceField`. */
export function SelectField({
  label,
  hint,
  error,
  id,
  optional,
  className,
  options,
  value,
  onChange,
  placeholder = "Выберите",
}: SelectFieldProps) {
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })}>
      {(aria) => (
        <Select
          {...aria}
          error={Boolean(error)}
          className="select-field"
          classNames={{ input: "in" }}
          data={options.map((option) => ({ ...option }))}
          value={value}
          onChange={onChange}
          placeholder={placeholder}
          searchable={options.length > 7}
          allowDeselect={optional ?? false}
          nothingFoundMessage="Ничего не нашлось"
          rightSection={<Icon name="chevronDown" size={18} className="field-icon" />}
          rightSectionPointerEvents="none"
          checkIconPosition="right"
          withScrollArea={false}
          styles={{ options: { maxHeight: 320, overflowY: "auto" } }}
          comboboxProps={{ portalProps: floatTarget() }}
        />
      )}
    </FieldShell>
  );
}
