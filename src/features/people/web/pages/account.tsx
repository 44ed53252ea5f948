import { useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useMe } from "#web/api/me.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { deviceName } from "../parts/device-name.ts";
import "../parts/people.css";

interface OpenSession {
  readonly id: string;
  readonly lastSeenAt: string;
  readonly agent: string;
  readonly current: boolean;
}

const CLOCK = { hour: "2-digit", minute: "2-digit" } as const;
const MOMENT = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", ...CLOCK });
const MOMENT_OF_ANOTHER_YEAR = new Intl.DateTimeFormat("ru", { dateStyle: "long", timeStyle: "short" });
const THEMES = [
  { value: "auto", label: "Как в системе" },
  { value: "light", label: "Светлая" },
  { value: "dark", label: "Тёмная" },
];

/** One's own account: password, where one is signed in, the look. */
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
        <SectionTitle>Где выполнен вход</SectionTitle>
        <Sessions />
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
      <TextField
        label="Нынешний пароль"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={wrong.current}
      />
      <TextField
        label="Новый пароль"
        hint="Не короче 10 знаков. Удобна фраза из нескольких слов"
        type="password"
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

function momentInWords(moment: Date): string {
  const words = moment.getFullYear() === new Date().getFullYear() ? MOMENT : MOMENT_OF_ANOTHER_YEAR;
  return words.format(moment);
}

function Sessions() {
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: ({ signal }) => request<OpenSession[]>("/api/sessions", { signal }),
  });
  const end = useWrite((id: string, key) => request(`/api/sessions/${id}`, { method: "DELETE", key }), {
    refresh: [["sessions"]],
    onDone: () => showNotice("Вход на том устройстве закрыт"),
  });
  return (
    <Loaded query={sessions} title="Список не открылся">
      {(rows) => (
        <>
          <Rows label="Где выполнен вход">
            {rows.map((row) => (
              <Row
                key={row.id}
                what={row.current ? `${deviceName(row.agent)}: это устройство` : deviceName(row.agent)}
                meta={`Последнее действие ${momentInWords(new Date(row.lastSeenAt))}`}
                action={
                  !row.current && (
                    <Button size="small" busy={end.isPending} onClick={() => end.mutate(row.id)}>
                      Закрыть вход
                    </Button>
                  )
                }
              />
            ))}
          </Rows>
          {end.isError && <FieldError>{problemText(end.error)}</FieldError>}
        </>
      )}
    </Loaded>
  );
}
