import { useCallback, useEffect, useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import type { ReportView } from "../../model/contract.ts";
import { useRested } from "./rested.ts";
import { SavedRemarks } from "./saved-remarks.tsx";

export interface DecideProps {
  readonly report: ReportView;
  readonly onDecided: (report: ReportView) => void;
}

/** the button that Ctrl with Enter presses from the remark */
const SEND = "send-return";

/** Accept, or return with a remark. */
export function Decide({ report, onDecided }: DecideProps) {
  const rested = useRested();
  const [returning, setReturning] = useState(false);
  const [remark, setRemark] = useState("");
  /** saved remarks that were put in */
  const [used, setUsed] = useState<readonly string[]>([]);
  // the focus goes back to where the remark was opened from
  const stay = useCallback(() => {
    setReturning(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-deed="remark"]')?.focus());
  }, []);
  useEffect(() => {
    if (!returning) return;
    const field = document.getElementById("remark");
    // the action stands under the remark: both are to be seen
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape") stay();
      else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) document.getElementById(SEND)?.click();
      else return;
      event.preventDefault();
    };
    field?.addEventListener("keydown", press);
    return () => field?.removeEventListener("keydown", press);
  }, [returning, stay]);
  const path = `/api/reports/${report.territoryId}/${report.id}`;

  const decide = useWrite<"accept" | "return", ReportView>(
    (name, key) =>
      request(`${path}/${name}`, {
        method: "POST",
        body: { version: report.version, ...(name === "return" ? { remark, remarkIds: used } : {}) },
        key,
      }),
    { onDone: onDecided },
  );
  const wrong = fieldProblem(decide.error, "remark");
  return (
    <div className={returning ? "decide returning" : "decide"}>
      {returning && (
        <TextArea
          label="Что исправить"
          hint="Организация увидит замечание целиком."
          error={wrong}
          value={remark}
          onChange={setRemark}
          id="remark"
        />
      )}
      {returning && (
        <SavedRemarks
          place={{ territoryId: report.territoryId, organisationId: report.ownerOrganisationId }}
          typed={remark}
          onInsert={(text, id) => {
            setRemark((before) => (before.trim() === "" ? text : `${before.trimEnd()} ${text}`));
            if (id) setUsed((before) => [...new Set([...before, id])]);
            document.getElementById("remark")?.focus();
          }}
        />
      )}
      {decide.isError && !wrong && (
        <div className="not-sent">
          <ErrorState title="Решение не записано" problem={decide.error} />
        </div>
      )}
      <div className="form-act">
        {returning ? (
          <>
            <Button
              kind="primary"
              size="large"
              busy={!rested || decide.isPending}
              id={SEND}
              onClick={() => decide.mutate("return")}
            >
              Вернуть на доработку
            </Button>
            <Button size="large" onClick={stay}>
              Не возвращать
            </Button>
          </>
        ) : (
          <>
            <Button
              kind="primary"
              size="large"
              busy={!rested || decide.isPending}
              data-deed="accept"
              onClick={() => decide.mutate("accept")}
            >
              Принять
            </Button>
            <Button
              size="large"
              busy={!rested || decide.isPending}
              data-deed="remark"
              onClick={() => setReturning(true)}
            >
              Вернуть на доработку
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
