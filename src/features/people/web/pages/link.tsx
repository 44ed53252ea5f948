import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useParams } from "react-router";
import type { Entered } from "#features/people/model/contract.ts";
import { fieldProblem, isRefusal, problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { CodeForm } from "#web/shell/code-form.tsx";
import { Brand } from "#web/shell/brand.tsx";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Main } from "#web/ui/main.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import "#web/shell/shell.css";

interface LinkSeen {
  readonly kind: "invitation" | "recovery";
  readonly login: string;
  readonly calledName: string;
}

/** A single-use link: an invitation or a new password. */
export default function LinkPage() {
  const { token = "" } = useParams();
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: ({ signal }) => request<LinkSeen>(`/api/links/${token}`, { signal, askToSignIn: false }),
    retry: false,
    staleTime: Infinity,
  });
  return (
    <Main className="alone">
      <p style={{ marginBottom: 40 }}>
        <Brand size={28} />
      </p>
      {isRefusal(link.error) ? (
        <ErrorState title="Ссылка больше не действует" problem={link.error} level={1}>
          <ButtonLink to="/sign-in">Ко входу</ButtonLink>
        </ErrorState>
      ) : (
        <Loaded query={link} title="Ссылка не открылась" skeleton={<PageSkeleton />}>
          {(seen) => <SetPassword token={token} link={seen} />}
        </Loaded>
      )}
    </Main>
  );
}

function SetPassword({ token, link }: { readonly token: string; readonly link: LinkSeen }) {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [differ, setDiffer] = useState(false);
  const [busy, setBusy] = useState(false);
  const [codeAsked, setCodeAsked] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDiffer(password !== again);
    if (password !== again) return;
    setBusy(true);
    setProblem(null);
    try {
      const entered = await request<Entered>(`/api/links/${token}`, {
        method: "POST",
        body: { password },
        askToSignIn: false,
      });
      if (entered.codeAsked) setCodeAsked(true);
      else location.assign("/");
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const wrong = fieldProblem(problem, "password");
  if (codeAsked)
    return (
      <>
        <PageHeader title="Второй шаг входа" lead="Новый пароль сохранён. Осталось ввести код." />
        <div style={{ marginTop: 24, maxWidth: 400 }}>
          <CodeForm onDone={() => location.assign("/")} onSpent={() => location.assign("/sign-in?form")} />
        </div>
      </>
    );
  return (
    <>
      <PageHeader
        title={link.kind === "invitation" ? "Добро пожаловать в Ориентир" : "Новый пароль"}
        lead={`${link.calledName}, придумайте пароль. Ваш логин для входа: ${link.login}.`}
      />
      <form onSubmit={(event) => void submit(event)} noValidate style={{ marginTop: 32, maxWidth: 400 }}>
        {problem !== null && !wrong && (
          <div role="alert" className="f">
            <FieldError>{problemText(problem)}</FieldError>
          </div>
        )}
        <input type="text" name="username" autoComplete="username" value={link.login} readOnly hidden />
        <PasswordField
          label="Пароль"
          hint="Не короче 10 знаков, лучше 15 и больше: удобна фраза из нескольких слов"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={wrong}
        />
        <PasswordField
          label="Ещё раз"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={differ ? "Пароли не совпадают. Наберите их ещё раз." : undefined}
        />
        <div className="form-act" style={{ marginTop: 32 }}>
          <Button kind="primary" size="large" type="submit" busy={busy}>
            Сохранить и войти
          </Button>
        </div>
      </form>
    </>
  );
}
