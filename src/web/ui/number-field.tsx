export interface NumberInputProps {
  /** as typed, letters too: nothing is taken away under the hands; whoever reads it says what is no number */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** the name for a screen reader, where no label stands over the field: «Открытый доклад, факт» */
  readonly label: string;
  readonly id?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** text copied from elsewhere; true where it was taken care of and must not be typed in */
  readonly onPasteText?: (text: string) => boolean;
  /** px; 96 in a table, 64 in a pair «26 из 31» */
  readonly width?: number;
}

/** A number aligned right, for tables; a phone shows the number pad. */
export function NumberInput({
  value,
  onChange,
  label,
  id,
  invalid = false,
  describedBy,
  width = 96,
  onPasteText,
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
      onChange={(event) => onChange(event.target.value)}
      onPaste={(event) => {
        if (onPasteText?.(event.clipboardData.getData("text/plain"))) event.preventDefault();
      }}
    />
  );
}
