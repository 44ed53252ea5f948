import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";
import { FieldShell, type FieldFrame } from "./field-shell.tsx";

type Taken = "id" | "className" | "value" | "onChange";

export interface TextFieldProps extends FieldFrame, Omit<InputHTMLAttributes<HTMLInputElement>, Taken> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text, a password, an address. */
export function TextField({ label, hint, error, id, optional, className, value, onChange, ...input }: TextFieldProps) {
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })} value={value}>
      {(aria) => (
        <input
          type="text"
          {...input}
          {...aria}
          className="in"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

export interface TextAreaProps extends FieldFrame, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Taken> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lines; grows with the text. */
export function TextArea({ label, hint, error, id, optional, className, value, onChange, ...area }: TextAreaProps) {
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })} value={value}>
      {(aria) => (
        <textarea
          rows={4}
          {...area}
          {...aria}
          className="in"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

/** The frame's part of a field's props. */
export function frame({
  label,
  hint,
  error,
  id,
  optional = false,
  className = "",
}: {
  [Key in keyof FieldFrame]: FieldFrame[Key] | undefined;
}): FieldFrame {
  return { label, hint, error, id, optional, className };
}
