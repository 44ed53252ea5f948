import { Select } from "@mantine/core";
import { FieldShell, type FieldFrame } from "./field-shell.tsx";
import { floatTarget } from "./float-target.ts";
import { Icon } from "./icon.tsx";
import { searchedWords } from "./searched-words.ts";
import { frame } from "./text-field.tsx";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/Input.layer.css";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends FieldFrame {
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly placeholder?: string;
  /** the options are found elsewhere by the words typed; without it typing narrows the options given */
  readonly onSearch?: (words: string) => void;
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
  onSearch,
}: SelectFieldProps) {
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })} value={value}>
      {(aria) => (
        <Select
          {...aria}
          error={aria["aria-invalid"] ?? false}
          className="select-field"
          classNames={{ input: "in" }}
          data={options.map((option) => ({ ...option }))}
          value={value}
          onChange={onChange}
          placeholder={placeholder}
          searchable={onSearch !== undefined || options.length > 7}
          {...(onSearch && {
            filter: (given) => given.options,
            onSearchChange: (text) => onSearch(searchedWords(text, options)),
          })}
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
