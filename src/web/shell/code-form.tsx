import { useEffect, useState, type FormEvent } from "react";
import type { Entered } from "#features/people/model/contract.ts";
import { ApiProblem, fieldProblem, problemText } from "../api/problem.ts";
import { request } from "../api/request.ts";
import { Button } from "../ui/button.tsx";
import { FieldError } from "../ui/field-shell.tsx";
import { TextField } from "../ui/text-field.tsx";

/** The second step of a sign-in: a code of the app, or a recovery code in the same field. `onSpent`: its time is over, begin anew. */
export function CodeForm({
  onDone,
  onSpent,
}: {
  readonly onDone: () => void | Promise<void>;
  readonly onSpent: () => void;
}) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => document.getElementById("second-step-code")?.focus(), []);
  const spent = problem instanceof ApiProblem && problem.code === "step-spent";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await request<Entered>("/api/session/code", { method: "POST", body: { code }, askToSignIn: false });
      await onDone();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const wrong = fieldProblem(problem, "code");
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problem !== null && !wrong && (
        <div role="alert" className="f">
          <FieldError>{problemText(problem)}</FieldError>
        </div>
      )}
      <TextField
        label="Код"
        hint="Шесть цифр из приложения на телефоне. Если телефона нет под рукой, введите запасной код"
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        id="second-step-code"
        data-autofocus
        value={code}
        onChange={setCode}
        error={wrong}
      />
      <div className="form-act" style={{ marginTop: 24 }}>
        {spent ? (
          <Button kind="primary" size="large" onClick={onSpent}>
            Войти с паролем ещё раз
          </Button>
        ) : (
          <>
            <Button kind="primary" size="large" type="submit" busy={busy}>
              Войти
            </Button>
            <Button kind="ghost" size="large" onClick={onSpent}>
              Назад
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
