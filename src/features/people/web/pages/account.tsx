import { useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useMe } from "#web/api/me.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { ForeignLink } from "../parts/foreign-link.tsx";
import { OpenSessions } from "../parts/open-sessions.tsx";
import { SecondFactor } from "../parts/second-factor.tsx";
import "../parts/people.css";

const THEMES = [
  { value: "auto", label: "Как в системе" },
  { value: "light", label: "Светлая" },
  { value: "dark", label: "Тёмная" },
];

/** One's own account: password, second step, where one is signed in, the look. */
export default function Account() {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="people">
      <PageHeader title="Вход и пароль" lead={`${me.person.fullName}, логин ${me.account.login}`} />
      <section>
        <SectionTitle>Сменить пароль</SectionTitle>
        <ChangePassword login={me.account.login} />
      </section>
      <section>
        <SectionTitle>Второй шаг входа</SectionTitle>
        <SecondFactor />
      </section>
      <ForeignLink />
      <section>
        <SectionTitle>Где выполнен вход</SectionTitle>
        <OpenSessions />
      </section>
      <section>
        <SectionTitle>Оформление</SectionTitle>
        <Segmented
          label="Оформление"
          options={THEMES}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        />
      </section>
    </div>
  );
}

function ChangePassword({ login }: { readonly login: string }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useWrite(
    (body: { current: string; next: string }, key) => request("/api/password", { method: "POST", body, key }),
    {
      refresh: [["sessions"]],
      onDone: () => {
        setCurrent("");
        setNext("");
        showNotice("Пароль изменён, остальные входы закрыты");
      },
    },
  );
  const wrong = { current: fieldProblem(change.error, "current"), next: fieldProblem(change.error, "next") };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ current, next });
  };
  return (
    <form className="narrow-form" onSubmit={submit} noValidate>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <PasswordField
        label="Нынешний пароль"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={wrong.current}
      />
      <PasswordField
        label="Новый пароль"
        hint="Не короче 10 знаков, лучше 15 и больше: удобна фраза из нескольких слов"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={wrong.next}
      />
      {change.isError && !wrong.current && !wrong.next && <FieldError>{problemText(change.error)}</FieldError>}
      <div className="form-act">
        <Button kind="primary" type="submit" busy={change.isPending}>
          Сменить пароль
        </Button>
      </div>
    </form>
  );
}
