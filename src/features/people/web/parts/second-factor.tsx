import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import type { FactorOffer, FactorState, RecoveryCodes as Codes } from "#features/people/model/factor-contract.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { FirstCode } from "./set-up-factor.tsx";
import { NotConfirmed, useConfirmed } from "#web/shell/use-confirmed.tsx";

type Opened = { readonly offer: FactorOffer } | { readonly codes: readonly string[] };

const refresh = [["factor"], ["sessions"], ["session"]];

/** One's own second step: setting it up, its recovery codes, taking it off. */
export function SecondFactor() {
  const factor = useQuery({
    queryKey: ["factor"],
    queryFn: ({ signal }) => request<FactorState>("/api/factor", { signal }),
  });
  return (
    <Loaded query={factor} title="Второй шаг входа не открылся">
      {(state) => <Stands state={state} />}
    </Loaded>
  );
}

function Stands({ state }: { readonly state: FactorState }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { confirmed, dialog } = useConfirmed();
  const ask = <T,>(path: string, method: "POST" | "DELETE" = "POST") =>
    confirmed(() => request<T>(path, { method, ...(method === "POST" && { body: {} }) }));
  const offer = useWrite<void, FactorOffer>(() => ask<FactorOffer>("/api/factor/offer"), {
    refresh: [],
    onDone: (made) => setOpened({ offer: made }),
  });
  const renew = useWrite<void, Codes>(() => ask<Codes>("/api/factor/codes"), {
    refresh,
    onDone: ({ codes }) => setOpened({ codes }),
  });
  const remove = useWrite<void, unknown>(() => ask("/api/factor", "DELETE"), {
    refresh,
    onDone: () => showNotice("Второй шаг входа снят, остальные входы закрыты"),
  });
  const leave = useWrite<void, void>(async () => setOpened(null), { refresh });
  const error = [offer.error, renew.error, remove.error].find((one) => one && !(one instanceof NotConfirmed));
  return (
    <>
      {state.madeAt ? (
        <p className="account-stands">
          <StateMark state="accepted">включён</StateMark>
          <span className="q">
            осталось {counted(state.codesLeft, ["запасной код", "запасных кода", "запасных кодов"])}
          </span>
        </p>
      ) : (
        <p className="m" style={{ marginTop: 8 }}>
          Кроме пароля, при входе будет нужен код из приложения на телефоне. Даже узнав пароль, никто другой не войдёт.
        </p>
      )}
      <div className="account-act">
        <Button busy={offer.isPending} onClick={() => offer.mutate()}>
          {state.madeAt ? "Настроить на другом телефоне" : "Включить второй шаг"}
        </Button>
        {state.madeAt && (
          <Button busy={renew.isPending} onClick={() => renew.mutate()}>
            Сделать новые запасные коды
          </Button>
        )}
        {state.madeAt && !state.required && (
          <Button kind="ghost" busy={remove.isPending} onClick={() => remove.mutate()}>
            Снять второй шаг
          </Button>
        )}
      </div>
      {state.required && (
        <p className="sm q" style={{ marginTop: 8 }}>
          Для вашей роли второй шаг обязателен: его можно настроить заново, но не снять.
        </p>
      )}
      {error && <FieldError>{problemText(error)}</FieldError>}
      {opened && "offer" in opened && (
        <Dialog opened onClose={() => setOpened(null)} title="Второй шаг входа">
          <FirstCode offer={opened.offer} onCodes={(codes) => setOpened({ codes })} />
        </Dialog>
      )}
      {opened && "codes" in opened && (
        // they are shown this once: a press beside the dialog must not lose them
        <Dialog opened onClose={() => leave.mutate()} title="Запасные коды" closable={false}>
          <RecoveryCodes codes={opened.codes} onDone={() => leave.mutate()} />
        </Dialog>
      )}
      {dialog}
    </>
  );
}
