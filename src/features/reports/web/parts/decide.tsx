import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import type { ReportList, ReportView } from "../../model/contract.ts";

/** Accept, or return with a remark; then the next one that waits. */
export function Decide({ report }: { readonly report: ReportView }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [returning, setReturning] = useState(false);
  const [remark, setRemark] = useState("");
  useEffect(() => {
    if (returning) document.getElementById("remark")?.focus();
  }, [returning]);
  const path = `/api/reports/${report.territoryId}/${report.id}`;

  const goOn = async (done: ReportView) => {
    const waiting = await request<ReportList>("/api/reports", {
      query: { territoryId: report.territoryId, state: "toReview" },
    }).catch(() => null);
    const next = waiting?.rows.find((row) => row.id !== done.id);
    await navigate(next ? `/reports/${next.territoryId}/${next.id}` : "/reports");
    if (done.state === "returned") showNotice("Отчёт возвращён на доработку", "returned");
    else
      showUndo({
        text: "Отчёт принят",
        state: "accepted",
        onUndo: () =>
          request(`${path}/reopen`, { method: "POST", body: { version: done.version } })
            .then(() => queries.invalidateQueries())
            .then(() => navigate(`/reports/${report.territoryId}/${report.id}`))
            .catch((error: unknown) => showNotice(problemText(error), "late")),
      });
  };
  const decide = useWrite<"accept" | "return", ReportView>(
    (name, key) =>
      request(`${path}/${name}`, {
        method: "POST",
        body: { version: report.version, ...(name === "return" ? { remark } : {}) },
        key,
      }),
    { onDone: (done) => void goOn(done) },
  );
  const wrong = fieldProblem(decide.error, "remark");
  return (
    <div className="decide">
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
      {decide.isError && !wrong && (
        <div className="not-sent">
          <ErrorState title="Решение не записано" problem={decide.error} />
        </div>
      )}
      <div className="form-act">
        {returning ? (
          <>
            <Button kind="primary" size="large" busy={decide.isPending} onClick={() => decide.mutate("return")}>
              Вернуть на доработку
            </Button>
            <Button size="large" onClick={() => setReturning(false)}>
              Не возвращать
            </Button>
          </>
        ) : (
          <>
            <Button kind="primary" size="large" busy={decide.isPending} onClick={() => decide.mutate("accept")}>
              Принять
            </Button>
            <Button size="large" onClick={() => setReturning(true)}>
              Вернуть на доработку
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
