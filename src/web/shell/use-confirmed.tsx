import { useState, type FormEvent, type ReactNode } from "react";
import { useMe } from "../api/me.ts";
import { ApiProblem, fieldProblem, problemText } from "../api/problem.ts";
import { request } from "../api/request.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FieldError } from "../ui/field-shell.tsx";
import { PasswordField } from "../ui/password-field.tsx";

/** A sensitive step was asked for and not done: its person thought better of it. */
export class NotConfirmed extends Error {}

/**
 * Does a sensitive step; where the server wants to know that it is still the same person, asks for the password first and does it again:
 * `const { confirmed, dialog } = useConfirmed()`, `confirmed(() => request(…))`, and `dialog` somewhere on the page.
 */
export function useConfirmed(): { confirmed: <T>(step: () => Promise<T>) => Promise<T>; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ readonly answer: (confirmed: boolean) => void } | null>(null);
  const confirmed = async <T,>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== "confirm-first") throw error;
      const yes = await new Promise<boolean>((answer) => setAsked({ answer }));
      setAsked(null);
      if (!yes) throw new NotConfirmed("not confirmed");
      return step();
    }
  };
  return { confirmed, dialog: asked && <ConfirmDialog answer={asked.answer} /> };
}

function ConfirmDialog({ answer }: { readonly answer: (confirmed: boolean) => void }) {
  const { login } = useMe().account;
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await request("/api/session/confirmation", { method: "POST", body: { password } });
      answer(true);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const wrong = fieldProblem(problem, "password");
  return (
    <Dialog opened onClose={() => answer(false)} title="Подтвердите, что это вы">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <PasswordField
          label="Пароль"
          hint="Если вы входите без пароля, выйдите и войдите снова: десять минут после входа он не спрашивается"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={wrong}
          data-autofocus
        />
        {problem !== null && !wrong && <FieldError>{problemText(problem)}</FieldError>}
        <div className="dialog-act">
          <Button kind="primary" type="submit" busy={busy}>
            Подтвердить
          </Button>
          <Button onClick={() => answer(false)}>Отмена</Button>
        </div>
      </form>
    </Dialog>
  );
}
