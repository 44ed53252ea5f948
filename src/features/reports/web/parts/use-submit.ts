import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { problemText } from "#web/api/problem.ts";
import { newKey, request } from "#web/api/request.ts";
import { showNotice } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { SchoolHome } from "#features/obligations/model/contract.ts";
import { sentFrom } from "#features/obligations/model/sent-from.ts";
import type { ReportView } from "../../model/contract.ts";
import { contentOf } from "../../model/report-form.ts";
import { sentWords } from "../../model/sent-words.ts";
import { offerTakingBack } from "./sent-offer.ts";
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
      // the list is drawn at once from what is kept of it: a report that is gone must not stand there until the answer comes
      queries.setQueriesData<SchoolHome>(
        { queryKey: ["obligations", "home"] },
        (home) =>
          home &&
          sentFrom(
            home,
            sent.obligations.map(({ id }) => id),
            { ...sent, state: "submitted" },
          ),
      );
      await navigate("/todo");
      // the form may still stand while the next page is drawn: asked again, it would lead to the report that was just sent
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== "form" });
      offerTakingBack(sent.id, {
        text: typeset(sentWords(sent)),
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
