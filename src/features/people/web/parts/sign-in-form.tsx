import { useState, type FormEvent } from "react";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { useHeadingFocus } from "#web/ui/heading-focus.ts";
import { TextField } from "#web/ui/text-field.tsx";

/** Login and password, and what to do when they are forgotten. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const title = useHeadingFocus("Вход");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await request("/api/session", { method: "POST", body: { login, password }, askToSignIn: false });
      onDone();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const fields = { login: fieldProblem(problem, "login"), password: fieldProblem(problem, "password") };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <h1 ref={title} tabIndex={-1} style={{ marginBottom: 24 }}>
        Вход
      </h1>
      {problem !== null && !fields.login && !fields.password && (
        <div role="alert" className="f" style={{ marginBottom: 16 }}>
          <FieldError>{problemText(problem)}</FieldError>
        </div>
      )}
      <TextField
        label="Логин"
        hint="Адрес почты или имя, которое дал администратор"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={setLogin}
        error={fields.login}
      />
      <TextField
        label="Пароль"
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={fields.password}
      />
      <div className="form-act" style={{ marginTop: 32 }}>
        <Button kind="primary" size="large" type="submit" busy={busy}>
          Войти
        </Button>
      </div>
      <details>
        <summary>Забыли пароль?</summary>
        <p>
          Попросите ссылку для нового пароля: учителя и заместители – у директора своей школы, остальные – у специалиста
          управления образования. Ссылка действует один день и открывается один раз.
        </p>
      </details>
    </form>
  );
}
