import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ConsentView } from "../../model/contract.ts";
import { dayOfInstant } from "./moment-in-words.ts";

/** One consent of one's own: the whole wording, whether it holds, the two steps. */
export function OwnConsent({ consent, territoryId }: { readonly consent: ConsentView; readonly territoryId: string }) {
  const refresh = [["my-data"], ["contact"]];
  const { kind, edition } = consent;
  const give = useWrite(
    (_: void, key) => request("/api/my-data/consents", { method: "POST", body: { territoryId, kind, edition }, key }),
    { refresh, onDone: () => showNotice("Согласие дано") },
  );
  const withdraw = useWrite(
    (_: void, key) => request("/api/my-data/consents/withdrawal", { method: "POST", body: { territoryId, kind }, key }),
    { refresh, onDone: () => showNotice("Согласие отозвано, номер больше не показывается") },
  );
  const error = give.error ?? withdraw.error;
  return (
    <div className="consent">
      <h3>{typeset(consent.title)}</h3>
      <p>
        <StateMark state={consent.held ? "accepted" : "notApplicable"}>
          {consent.held ? typeset(`согласие с ${dayOfInstant(consent.held.since)}`) : "согласия нет"}
        </StateMark>
      </p>
      <p className="sm">{typeset(consent.text)}</p>
      {consent.held ? (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Отозвать согласие
        </Button>
      ) : (
        <Button busy={give.isPending} onClick={() => give.mutate()}>
          Дать согласие
        </Button>
      )}
      {error && <FieldError>{problemText(error)}</FieldError>}
    </div>
  );
}
