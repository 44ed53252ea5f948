import { useEffect, useState, type FormEvent } from "react";
import type { Entered } from "#features/people/model/contract.ts";
import { readSession, useSession, type Me } from "../api/me.ts";
import { ApiProblem, fieldProblem, problemText } from "../api/problem.ts";
import { request } from "../api/request.ts";
import { answerExpiredSession } from "../api/session-gate.ts";
import { leaveWithOthers } from "../api/sign-out.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FieldError } from "../ui/field-shell.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { CodeForm } from "./code-form.tsx";

interface Asked {
  /** who was working when the session ended */
  readonly me: Me;
  readonly answer: (signedIn: boolean) => void;
}

/** The session ended in the middle of work: sign in over the page, and what was being sent goes on. */
export function SignInDialog() {
  const me = useSession().data;
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    if (!me) return;
    return answerExpiredSession(() => new Promise<boolean>((answer) => setAsked({ me, answer })));
  }, [me]);
  const accountId = me?.account.id;
  useEffect(() => (accountId ? leaveWithOthers(accountId) : undefined), [accountId]);
  if (!asked) return null;
  const close = (signedIn: boolean) => {
    asked.answer(signedIn);
    setAsked(null);
  };
  return (
    <Dialog opened onClose={() => close(false)} title="Вход закончился">
      <SignInAgain me={asked.me} onDone={() => close(true)} />
    </Dialog>
  );
}

function SignInAgain({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  // The one click of the demonstration works only beside its server; elsewhere the password is asked.
  const [byClick, setByClick] = useState(me.demo);
  const [codeAsked, setCodeAsked] = useState(false);
  const goOn = async () => {
    const now = await readSession();
    // Another account must not send what this one typed.
    if (now?.account.id === me.account.id) onDone();
    else location.assign("/");
  };
  const signIn = async (path: string, body: unknown) => {
    setBusy(true);
    setProblem(null);
    try {
      const entered = await request<Entered>(path, { method: "POST", body, askToSignIn: false });
      if (entered.codeAsked) setCodeAsked(true);
      else await goOn();
    } catch (error) {
      if (byClick && error instanceof ApiProblem && error.status === 404) setByClick(false);
      else setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn("/api/session", { login: me.account.login, password });
  };
  const wrongPassword = fieldProblem(problem, "password");
  if (codeAsked) return <CodeForm onDone={goOn} onSpent={() => setCodeAsked(false)} />;
  return (
    <>
      <p className="m" style={{ marginBottom: 20 }}>
        Войдите снова, {me.person.shortName}: то, что вы набрали, сохранено на этом устройстве.
      </p>
      {byClick ? (
        <Button
          kind="primary"
          busy={busy}
          onClick={() => void signIn("/api/demo/session", { accountId: me.account.id })}
        >
          Войти снова
        </Button>
      ) : (
        <form onSubmit={submit}>
          <input type="text" name="username" autoComplete="username" value={me.account.login} readOnly hidden />
          <PasswordField
            label="Пароль"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={wrongPassword}
            data-autofocus
          />
          <div className="dialog-act">
            <Button kind="primary" type="submit" busy={busy}>
              Войти и продолжить
            </Button>
            <Button onClick={() => location.assign("/sign-in")}>Войти другим человеком</Button>
          </div>
        </form>
      )}
      {problem !== null && !wrongPassword && (
        <div className="f" role="alert">
          <FieldError>{problemText(problem)}</FieldError>
        </div>
      )}
    </>
  );
}
