import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "react-router";
import type { Entered } from "#features/people/model/contract.ts";
import type { SignInWays } from "#features/people/model/ways-contract.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { CodeForm } from "#web/shell/code-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { useHeadingFocus } from "#web/ui/heading-focus.ts";
import { PasswordField } from "#web/ui/password-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ForeignButton } from "./foreign-button.tsx";

/** Login and password, the code of the second step where there is one, and what to do when the password is forgotten. */
export function SignInForm({ next, onDone }: { readonly next: string; readonly onDone: () => void }) {
  const [codeAsked, setCodeAsked] = useState(false);
  const title = useHeadingFocus("Вход");
  return (
    <div className="form">
      <h1 ref={title} tabIndex={-1} style={{ marginBottom: 24 }}>
        {codeAsked ? "Второй шаг входа" : "Вход"}
      </h1>
      {codeAsked ? (
        <CodeForm onDone={onDone} onSpent={() => setCodeAsked(false)} />
      ) : (
        <FirstStep next={next} onDone={(entered) => (entered.codeAsked ? setCodeAsked(true) : onDone())} />
      )}
    </div>
  );
}

function FirstStep({ next, onDone }: { readonly next: string; readonly onDone: (entered: Entered) => void }) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ways = useQuery({
    queryKey: ["sign-in", "ways"],
    queryFn: ({ signal }) => request<SignInWays>("/api/sign-in", { signal, askToSignIn: false }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onDone(await request<Entered>("/api/session", { method: "POST", body: { login, password }, askToSignIn: false }));
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const fields = { login: fieldProblem(problem, "login"), password: fieldProblem(problem, "password") };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
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
      <PasswordField
        label="Пароль"
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
        {ways.data?.foreign && <ForeignButton name={ways.data.foreign} next={next} />}
      </div>
      {ways.data?.mail ? (
        <p className="forgotten">
          <Link to="/recovery" state={{ login }}>
            Забыли пароль?
          </Link>
        </p>
      ) : (
        <details>
          <summary>Забыли пароль?</summary>
          <p>
            Попросите ссылку для нового пароля: учителя и заместители – у директора своей школы, остальные – у
            специалиста управления образования. Ссылка действует один день и открывается один раз.
          </p>
        </details>
      )}
    </form>
  );
}
