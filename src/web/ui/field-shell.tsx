import { useId, type ReactNode } from "react";
import { Shape } from "./shape.tsx";
import { typesetNode } from "./typeset.ts";
import { useStandingError } from "./standing-error.ts";

/** What the control inside a field must carry. */
export interface FieldAria {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

export interface FieldFrame {
  readonly label: ReactNode;
  /** what to write, under the label */
  readonly hint?: ReactNode;
  /** the sentence of what is wrong; it also turns the border red */
  readonly error?: string | undefined;
  /** the id that an error summary links to; made up when absent */
  readonly id?: string | undefined;
  /** says «необязательно» after the label */
  readonly optional?: boolean;
  readonly className?: string;
}

export interface FieldShellProps extends FieldFrame {
  /** what the field holds: an error goes once it is changed */
  readonly value: unknown;
  readonly children: (aria: FieldAria) => ReactNode;
}

/** What ties a field to its hint and to the error that still speaks of its value. */
function useFrame({ id, hint, error: found }: Pick<FieldFrame, "id" | "hint" | "error">, value: unknown) {
  const made = useId();
  const error = useStandingError(found, value);
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(" ") || undefined;
  return { own, error, described };
}

/** Label over hint over control over error, tied together for a screen reader. */
export function FieldShell({
  label,
  hint,
  error: found,
  id,
  optional = false,
  className,
  value,
  children,
}: FieldShellProps) {
  const { own, error, described } = useFrame({ id, hint, error: found }, value);
  return (
    <div className={`f${error ? " bad" : ""}${className ? ` ${className}` : ""}`}>
      <label htmlFor={own}>
        {label}
        {optional && <span className="opt"> необязательно</span>}
      </label>
      {hint && (
        <p className="hint" id={`${own}-hint`}>
          {typesetNode(hint)}
        </p>
      )}
      {children({ id: own, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
      {error && <FieldError id={`${own}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The sentence under a field, with the late diamond. */
export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p className="msg" id={id}>
      <Shape state="late" />
      <span>{typesetNode(children)}</span>
    </p>
  );
}

/** Several controls under one question (a list of files, a set of choices): a real fieldset. */
export function FieldGroup({
  label,
  hint,
  error: found,
  id,
  optional = false,
  className,
  value,
  children,
}: FieldFrame & { readonly value?: unknown; readonly children: ReactNode }) {
  const { own, error, described } = useFrame({ id, hint, error: found }, value);
  return (
    <fieldset
      className={`f${error ? " bad" : ""}${className ? ` ${className}` : ""}`}
      id={own}
      tabIndex={-1}
      aria-describedby={described}
    >
      <legend className="lab">
        {label}
        {optional && <span className="opt"> необязательно</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${own}-hint`}>
          {typesetNode(hint)}
        </p>
      )}
      {children}
      {error && <FieldError id={`${own}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
