import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { newKey, request } from "#web/api/request.ts";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import type { TickedRow } from "../../model/ticked.ts";
import type { SentTogether, WithdrawnTogether } from "../../model/together.ts";

/** Sends what is ticked; for a minute the notice takes all of it back. What did not go stays on the page with its reason. */
export function useSendTogether(territoryId: string, onAllSent: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [refused, setRefused] = useState<SentTogether["refused"]>([]);
  // the same rows go under the same key, so that a lost answer never sends them twice
  const attempt = useRef({ body: "", key: "" });
  const takeBack = async (sent: SentTogether["sent"]) => {
    try {
      const reports = sent.map(({ reportId, version }) => ({ reportId, version }));
      const back = await request<WithdrawnTogether>("/api/reports/together/withdraw", {
        method: "POST",
        body: { territoryId, reports },
      });
      await queries.invalidateQueries();
      if (back.refused[0]) showNotice(`Отозваны не все. ${back.refused[0].text}`, "late");
      else showNotice(`Отозвано: ${reportsInWords(back.withdrawn.length)}. Тексты остались черновиками`);
    } catch (error) {
      showNotice(problemText(error), "late");
    }
  };
  const go = async (body: { readonly doneOn: string; readonly rows: readonly TickedRow[] }) => {
    setBusy(true);
    setProblem(null);
    setRefused([]);
    const told = JSON.stringify(body);
    if (attempt.current.body !== told) attempt.current = { body: told, key: newKey() };
    try {
      const answer = await request<SentTogether>("/api/reports/together", {
        method: "POST",
        body: { territoryId, ...body },
        key: attempt.current.key,
      });
      attempt.current = { body: "", key: "" };
      setRefused(answer.refused);
      if (answer.refused.length === 0) {
        onAllSent();
        await navigate("/todo");
      }
      await queries.invalidateQueries();
      const { sent } = answer;
      if (sent.length > 0)
        showUndo({ text: `На проверку: ${reportsInWords(sent.length)}`, onUndo: () => void takeBack(sent) });
      for (const { measureTitle, text } of answer.refused) showNotice(`${measureTitle}: ${text}`, "late");
    } catch (error) {
      // a refusal is an answer under this key: pressed again, it is another request
      if (!(error instanceof ApiProblem && error.status === 0)) attempt.current = { body: "", key: "" };
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, refused, send: (body: Parameters<typeof go>[0]) => void go(body) };
}
