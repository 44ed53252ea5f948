import { useState, type InputHTMLAttributes } from "react";
import { FieldShell, type FieldFrame } from "./field-shell.tsx";
import { frame } from "./text-field.tsx";
import "./password-field.css";

export interface PasswordFieldProps
  extends FieldFrame, Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "value" | "onChange" | "type"> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A password: pasted or typed, hidden until its person asks to see it. */
export function PasswordField({
  label,
  hint,
  error,
  id,
  optional,
  className,
  value,
  onChange,
  ...input
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })} value={value}>
      {(aria) => (
        <span className="in-secret">
          <input
            {...input}
            {...aria}
            className="in"
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className="in-show"
            aria-label={shown ? "Скрыть набранное" : "Показать набранное"}
            aria-controls={aria.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? "Скрыть" : "Показать"}
          </button>
        </span>
      )}
    </FieldShell>
  );
}
