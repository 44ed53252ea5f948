import { FieldShell, type FieldFrame } from "./field-shell.tsx";
import { frame } from "./text-field.tsx";

export interface NumberInputProps {
  /** as typed: digits, one comma or point; kept as text so that nothing typed is lost */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** the name for a screen reader, where no label stands over the field: «Открытый доклад, факт» */
  readonly label: string;
  readonly id?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** px; 96 in a table, 64 in a pair «26 из 31» */
  readonly width?: number;
}

const NOT_A_NUMBER = /[^\d.,\s\u00a0+-]/gu;

/** A number aligned right, for tables. Digits, sign and comma only; a phone shows the number pad. */
export function NumberInput({
  value,
  onChange,
  label,
  id,
  invalid = false,
  describedBy,
  width = 96,
}: NumberInputProps) {
  return (
    <input
      className="in num flush"
      inputMode="decimal"
      autoComplete="off"
      id={id}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      style={{ width }}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(NOT_A_NUMBER, ""))}
    />
  );
}

export interface NumberFieldProps extends FieldFrame {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A number with its label over it, aligned right, 176 px. */
export function NumberField({ label, hint, error, id, optional, className, value, onChange }: NumberFieldProps) {
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })}>
      {(aria) => (
        <input
          {...aria}
          className="in num narrow"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value.replace(NOT_A_NUMBER, ""))}
        />
      )}
    </FieldShell>
  );
}

/** «1 234,5» → 1234.5; null for an empty field and for what is no number. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/gu, "").replace(",", ".");
  if (plain === "" || !/^[+-]?\d+(\.\d+)?$/.test(plain)) return null;
  return Number(plain);
}
