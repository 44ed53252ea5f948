import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { problemText } from "#web/api/problem.ts";
import { newKey, request } from "#web/api/request.ts";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import type { ReportView } from "../../model/contract.ts";
import { contentOf } from "../../model/report-form.ts";
import type { ReportDraft } from "./use-report-draft.ts";

/** Sends the report with what is on the screen; for a minute the notice takes it back (a withdrawal). */
export function useSubmit(draft: ReportDraft, territoryId: string, fill: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const key = useRef(newKey());
  const send = useCallback(async () => {
    setBusy(true);
    setProblem(null);
    try {
      const saved = await draft.flush();
      const sent = await request<ReportView>(`/api/reports/${territoryId}/${saved.id}/submit`, {
        method: "POST",
        body: { version: saved.version, content: contentOf(draft.form) },
        key: key.current,
      });
      draft.clear();
      await navigate("/todo");
      // the form may still stand while the next page is drawn: asked again, it would lead to the report that was just sent
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== "form" });
      showUndo({
        text: sent.kind === "notApplicable" ? "Ответ отправлен на проверку" : "Отчёт отправлен на проверку",
        onUndo: () =>
          request(`/api/reports/${territoryId}/${sent.id}/withdraw`, {
            method: "POST",
            body: { version: sent.version },
          })
            .then(() => queries.invalidateQueries())
            .then(() => navigate(fill))
            .catch((error: unknown) => showNotice(problemText(error), "late")),
      });
    } catch (error) {
      // a refusal is an answer under this key; what is sent after mending is another request
      key.current = newKey();
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }, [draft, territoryId, fill, navigate, queries]);
  return { busy, problem, send: useCallback(() => void send(), [send]) };
}
