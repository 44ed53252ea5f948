import { useEffect, useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import type { ReportView } from "../../model/contract.ts";
import { useRested } from "./rested.ts";

export interface DecideProps {
  readonly report: ReportView;
  readonly onDecided: (report: ReportView) => void;
}

/** What reports are most often returned for: a press puts it in the remark, where it can be made exact. */
const REASONS = [
  "Нет подтверждения.",
  "Документ без подписи или даты.",
  "Не сказано, кто участвовал.",
  "Числа расходятся с документом.",
] as const;

/** Accept, or return with a remark. */
export function Decide({ report, onDecided }: DecideProps) {
  const rested = useRested();
  const [returning, setReturning] = useState(false);
  const [remark, setRemark] = useState("");
  useEffect(() => {
    if (!returning) return;
    const field = document.getElementById("remark");
    // the action stands under the remark: both are to be seen
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  }, [returning]);
  const path = `/api/reports/${report.territoryId}/${report.id}`;

  const decide = useWrite<"accept" | "return", ReportView>(
    (name, key) =>
      request(`${path}/${name}`, {
        method: "POST",
        body: { version: report.version, ...(name === "return" ? { remark } : {}) },
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
        <div className="reasons">
          {REASONS.map((reason) => (
            <Button
              key={reason}
              size="small"
              onClick={() => {
                setRemark((before) => (before.trim() === "" ? reason : `${before.trimEnd()} ${reason}`));
                document.getElementById("remark")?.focus();
              }}
            >
              {reason.replace(/\.$/, "")}
            </Button>
          ))}
        </div>
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
              onClick={() => decide.mutate("return")}
            >
              Вернуть на доработку
            </Button>
            <Button size="large" onClick={() => setReturning(false)}>
              Не возвращать
            </Button>
          </>
        ) : (
          <>
            <Button
              kind="primary"
              size="large"
              busy={!rested || decide.isPending}
              onClick={() => decide.mutate("accept")}
            >
              Принять
            </Button>
            <Button size="large" busy={!rested || decide.isPending} onClick={() => setReturning(true)}>
              Вернуть на доработку
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
