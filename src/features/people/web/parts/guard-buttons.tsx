import type { PersonView } from "#features/people/model/people-contract.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";

/** For a lost phone: the second step is taken off; for a lost computer: every session is ended. */
export function GuardButtons({ person, territoryId }: { readonly person: PersonView; readonly territoryId: string }) {
  const path = `/api/people/${person.id}`;
  const act = (way: string, done: string) =>
    ({
      write: (_: void, key: string) => request(`${path}/${way}`, { method: "POST", body: { territoryId }, key }),
      options: { refresh: [["people"]], onDone: () => showNotice(done) },
    }) as const;
  const factor = act("factor/reset", "Второй шаг снят, все устройства вышли");
  const sessions = act("account/leaving", "Все устройства этого человека вышли");
  const reset = useWrite(factor.write, factor.options);
  const leave = useWrite(sessions.write, sessions.options);
  const error = reset.error ?? leave.error;
  return (
    <>
      {person.account?.secondFactor && (
        <Button busy={reset.isPending} onClick={() => reset.mutate()}>
          Снять второй шаг входа
        </Button>
      )}
      <Button busy={leave.isPending} onClick={() => leave.mutate()}>
        Закрыть все входы
      </Button>
      {error && <FieldError>{problemText(error)}</FieldError>}
    </>
  );
}
