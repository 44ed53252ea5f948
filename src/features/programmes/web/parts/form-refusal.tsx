import type { ReactNode } from "react";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { FieldError } from "#web/ui/field-shell.tsx";

interface FormRefusalProps {
  readonly error: Error | null;
  /** what may be done about it */
  readonly children?: ReactNode;
}

/** Why a form was refused, where no field of it is marked. */
export function FormRefusal({ error, children }: FormRefusalProps) {
  if (!error || (error instanceof ApiProblem && Object.keys(error.fields).length > 0)) return null;
  return (
    <div role="alert">
      <FieldError>{problemText(error)}</FieldError>
      {children}
    </div>
  );
}
