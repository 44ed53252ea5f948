import { useState, type FormEvent } from "react";
import { Link, useLocation } from "react-router";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Brand } from "#web/shell/brand.tsx";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { Main } from "#web/ui/main.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import "#web/shell/shell.css";

/** A forgotten password: a letter is asked for. What is said afterwards is the same for every login. */
export default function Recovery() {
  const from = useLocation().state as { readonly login?: string } | null;
  const [login, setLogin] = useState(from?.login ?? "");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await request("/api/recovery", { method: "POST", body: { login }, askToSignIn: false });
      setAsked(login);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const wrong = fieldProblem(problem, "login");
  return (
    <Main className="alone">
      <p style={{ marginBottom: 40 }}>
        <Brand size={28} />
      </p>
      {asked ? (
        <>
          <PageHeader
            title="Проверьте почту"
            lead={`Если логин ${asked} – адрес почты и вход по нему открыт, письмо со ссылкой уже в пути. Ссылка действует один час.`}
          />
          <p className="m" style={{ marginTop: 16 }}>
            Письма нет и в «Спаме» – попросите ссылку у того, кто ведёт Ориентир в вашей организации. Если логин не
            адрес почты, письма не будет: обратитесь к нему сразу.
          </p>
        </>
      ) : (
        <>
          <PageHeader title="Новый пароль" lead="Пришлём на почту ссылку, по которой вы зададите новый пароль." />
          <form onSubmit={(event) => void submit(event)} noValidate style={{ marginTop: 32, maxWidth: 400 }}>
            {problem !== null && !wrong && (
              <div role="alert" className="f">
                <FieldError>{problemText(problem)}</FieldError>
              </div>
            )}
            <TextField
              label="Логин"
              hint="Адрес почты, с которым вы входите"
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={setLogin}
              error={wrong}
            />
            <div className="form-act" style={{ marginTop: 24 }}>
              <Button kind="primary" size="large" type="submit" busy={busy}>
                Прислать ссылку
              </Button>
            </div>
          </form>
        </>
      )}
      <p style={{ marginTop: 32 }}>
        <Link to="/sign-in?form">Ко входу</Link>
      </p>
    </Main>
  );
}
