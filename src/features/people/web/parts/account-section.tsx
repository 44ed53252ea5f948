import { useState } from "react";
import type { MadeLink, PersonView } from "#features/people/model/people-contract.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { AccountState } from "./account-state.tsx";
import { GuardButtons } from "./guard-buttons.tsx";
import { MadeLinkDialog } from "./made-link.tsx";

/** Whether and how the person enters: invitation, link for a new password, closing. */
export function AccountSection({ person, territoryId }: { readonly person: PersonView; readonly territoryId: string }) {
  const [link, setLink] = useState<MadeLink | null>(null);
  const [login, setLogin] = useState(person.account?.login ?? "");
  const path = `/api/people/${person.id}`;
  const refresh = [["people"]];
  const make = useWrite(
    (byMail: boolean, key) => request<MadeLink>(`${path}/link`, { method: "POST", body: { territoryId, byMail }, key }),
    {
      refresh,
      onDone: (made) => (made.path ? setLink(made) : showNotice(`Письмо со ссылкой отправлено на ${made.login}`)),
    },
  );
  const open = useWrite(
    (as: string, key) => request(`${path}/account`, { method: "POST", body: { territoryId, login: as }, key }),
    { refresh, onDone: () => make.mutate(false) },
  );
  const close = useWrite(
    (_: void, key) => request(`${path}/account/closing`, { method: "POST", body: { territoryId }, key }),
    {
      refresh,
      onDone: () =>
        showUndo({
          text: "Доступ закрыт, все входы завершены",
          state: "accepted",
          onUndo: () => open.mutate(person.account!.login),
        }),
    },
  );
  const status = person.account?.status ?? "none";
  const invitation = person.account?.invitation ?? null;
  const error = make.error ?? open.error ?? close.error;
  const wrongLogin = fieldProblem(open.error, "login");
  return (
    <section>
      <SectionTitle>Доступ</SectionTitle>
      {(person.account || person.can.account) && (
        <p className="account-stands">
          <AccountState state={status} invitation={invitation} />
          {person.account && <span className="q">логин {person.account.login}</span>}
          {person.account?.secondFactor && <span className="q">второй шаг входа включён</span>}
        </p>
      )}
      {person.can.account ? (
        <>
          {(status === "none" || status === "closed") && (
            <div className="narrow-form">
              <TextField
                label="Логин"
                hint="Адрес почты или имя для входа: по нему готовится ссылка"
                autoCapitalize="none"
                spellCheck={false}
                value={login}
                onChange={setLogin}
                error={wrongLogin}
              />
            </div>
          )}
          <div className="account-act">
            {(status === "none" || status === "closed") && (
              <Button icon="link" busy={open.isPending || make.isPending} onClick={() => open.mutate(login)}>
                {status === "none" ? "Сделать ссылку" : "Открыть доступ снова"}
              </Button>
            )}
            {status === "invited" && (
              <Button icon="link" busy={make.isPending} onClick={() => make.mutate(false)}>
                {invitation ? "Сделать новую ссылку" : "Сделать ссылку"}
              </Button>
            )}
            {status === "active" && (
              <Button icon="link" busy={make.isPending} onClick={() => make.mutate(false)}>
                Сделать ссылку для нового пароля
              </Button>
            )}
            {(status === "active" || status === "invited") && person.can.mail && (
              <Button busy={make.isPending} onClick={() => make.mutate(true)}>
                Отправить ссылку письмом
              </Button>
            )}
            {status === "active" && <GuardButtons person={person} territoryId={territoryId} />}
            {(status === "active" || status === "invited") && (
              <Button kind="ghost" busy={close.isPending} onClick={() => close.mutate()}>
                Закрыть доступ
              </Button>
            )}
          </div>
        </>
      ) : (
        <p className="m" style={{ marginTop: 8 }}>
          Доступом этого человека распоряжается тот, кому подчинены все его места и роли: специалист или администратор
          управления образования, администратор региона.
        </p>
      )}
      {error && !wrongLogin && <FieldError>{problemText(error)}</FieldError>}
      <MadeLinkDialog link={link} onClose={() => setLink(null)} />
    </section>
  );
}
