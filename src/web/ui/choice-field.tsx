import { useId, type ReactNode } from "react";
import { FieldGroup, type FieldFrame } from "./field-shell.tsx";
import { frame } from "./text-field.tsx";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

export interface ChoiceFieldProps extends FieldFrame {
  readonly options: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** One of few, all in sight. */
export function ChoiceField({
  label,
  hint,
  error,
  id,
  optional,
  className,
  options,
  value,
  onChange,
}: ChoiceFieldProps) {
  const name = useId();
  return (
    <FieldGroup {...frame({ label, hint, error, id, optional, className })} value={value}>
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly id?: string;
}

/** A single yes or no, or one row of a list that is ticked. */
export function CheckField({ label, hint, checked, onChange, id }: CheckFieldProps) {
  return (
    <label className="choice">
      <input type="checkbox" id={id} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}
