import { useMutation } from "@tanstack/react-query";
import { Navigate, useSearchParams } from "react-router";
import type { FactorOffer } from "#features/people/model/factor-contract.ts";
import { useSession } from "#web/api/me.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { signOut } from "#web/api/sign-out.ts";
import { Brand } from "#web/shell/brand.tsx";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { Main } from "#web/ui/main.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { pageAfter } from "../page-after.ts";
import { SetUpFactor } from "../parts/set-up-factor.tsx";
import { NotConfirmed, useConfirmed } from "#web/shell/use-confirmed.tsx";
import "#web/shell/shell.css";
import "../parts/people.css";

/** The installation requires a second step of this person: nothing else is answered until it is set up. */
export default function OwedFactor() {
  const session = useSession();
  const [words] = useSearchParams();
  const next = pageAfter(words.get("next"));
  if (session.isPending) return null;
  if (!session.data) return <Navigate to="/sign-in" replace />;
  return (
    <Main className="alone people">
      <p style={{ marginBottom: 40 }}>
        <Brand size={28} />
      </p>
      <PageHeader
        title="Настройте второй шаг входа"
        lead="Для вашей роли, кроме пароля, обязателен код из приложения на телефоне. Это займёт пару минут и нужно один раз."
      />
      {session.data.owesFactor ? <Begin onDone={() => location.assign(next)} /> : <Navigate to={next} replace />}
    </Main>
  );
}

function Begin({ onDone }: { readonly onDone: () => void }) {
  const { confirmed, dialog } = useConfirmed();
  const offer = useMutation({
    mutationFn: () => confirmed(() => request<FactorOffer>("/api/factor/offer", { method: "POST", body: {} })),
  });
  return (
    <div style={{ marginTop: 32, maxWidth: 480 }}>
      {offer.data && <SetUpFactor offer={offer.data} onDone={onDone} />}
      <div className="form-act">
        {!offer.data && (
          <Button kind="primary" size="large" busy={offer.isPending} onClick={() => offer.mutate()}>
            Начать
          </Button>
        )}
        <Button kind="ghost" size="large" onClick={() => void signOut(undefined)}>
          Выйти
        </Button>
      </div>
      {offer.error && !(offer.error instanceof NotConfirmed) && <FieldError>{problemText(offer.error)}</FieldError>}
      {dialog}
    </div>
  );
}
