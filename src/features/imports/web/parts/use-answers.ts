import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { onReconnect } from "#web/api/online.ts";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { newKey, request } from "#web/api/request.ts";
import { showNotice } from "#web/ui/notice.tsx";
import type { Decision, ImportSettings } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { raisedWords } from "../../model/raised.ts";
import type { ImportView, Review } from "../../model/view.ts";
import { importKey, importPath } from "../api.ts";

type Change =
  | { readonly kind: "decide"; readonly decisions: readonly Decision[] }
  | { readonly kind: "undo" }
  | { readonly kind: "settings"; readonly settings: ImportSettings };

export type Saving = "saved" | "saving" | "waiting";

export interface Answers {
  /** doubts with the answers given here shown at once, before the server has them */
  readonly doubts: readonly ReviewDoubt[];
  readonly saving: Saving;
  answer(decisions: readonly Decision[]): void;
  undo(): void;
  /** resolves when kept; a refusal is thrown to the form */
  changeSettings(settings: ImportSettings): Promise<void>;
  /** resolves when every answer is kept, with the version they left */
  settled(): Promise<number>;
}

/**
 * Answers go to the server one after another, each with the version the one before left; without connection they wait and go by
 * themselves. A refused one is taken back with its sentence, and the page shows what is kept.
 */
export function useAnswers(view: ImportView, review: Review): Answers {
  const queries = useQueryClient();
  const { territoryId, id } = view;
  const [pending, setPending] = useState<readonly Decision[]>([]);
  const [saving, setSaving] = useState<Saving>("saved");
  const chain = useRef<Promise<void>>(Promise.resolve());
  const queued = useRef(0);

  const send = useCallback(
    async (change: Change, key: string): Promise<void> => {
      const { version, review: before } = queries.getQueryData<ImportView>(importKey(id))!;
      const path = importPath(territoryId, id);
      const answer =
        change.kind === "settings"
          ? await request<ImportView>(`${path}/settings`, {
              method: "PUT",
              body: { version, settings: change.settings },
              key,
            })
          : change.kind === "decide"
            ? await request<ImportView>(`${path}/decide`, {
                method: "POST",
                body: { version, decisions: change.decisions },
                key,
              })
            : await request<ImportView>(`${path}/undo`, { method: "POST", body: { version }, key });
      queries.setQueryData(importKey(id), answer);
      const raised = change.kind === "decide" ? raisedWords(before?.doubts ?? [], answer.review?.doubts ?? []) : null;
      if (raised !== null) showNotice(raised, "soon");
    },
    [queries, territoryId, id],
  );

  const enqueue = useCallback(
    (change: Change): Promise<void> => {
      queued.current += 1;
      setSaving("saving");
      const key = newKey();
      const attempt = async (): Promise<void> => {
        try {
          await send(change, key);
        } catch (error) {
          if (!(error instanceof ApiProblem) || (error.status !== 0 && error.status < 500)) throw error;
          setSaving("waiting");
          await connectionOrPause();
          setSaving("saving");
          await attempt();
        }
      };
      const run = chain.current.then(attempt).finally(() => {
        queued.current -= 1;
        if (queued.current === 0) setSaving("saved");
      });
      chain.current = run.catch(() => undefined);
      return run;
    },
    [send],
  );

  const quietly = useCallback(
    (change: Change): void => {
      enqueue(change).catch(async (error: unknown) => {
        showNotice(problemText(error), "late");
        await queries.invalidateQueries({ queryKey: importKey(id) });
      });
    },
    [enqueue, queries, id],
  );

  const answer = useCallback(
    (decisions: readonly Decision[]) => {
      setPending((now) => [...now, ...decisions]);
      const forget = () => setPending((now) => now.filter((one) => !decisions.includes(one)));
      enqueue({ kind: "decide", decisions }).then(forget, async (error: unknown) => {
        forget();
        showNotice(problemText(error), "late");
        await queries.invalidateQueries({ queryKey: importKey(id) });
      });
    },
    [enqueue, queries, id],
  );

  // Leaving the page while an answer is on its way asks first.
  useEffect(() => {
    if (saving === "saved") return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  }, [saving]);

  const doubts = useMemo(() => {
    const given = new Map(pending.map((one) => [one.doubtId, one]));
    return given.size === 0
      ? review.doubts
      : review.doubts.map((doubt) => (given.has(doubt.id) ? { ...doubt, answer: given.get(doubt.id)! } : doubt));
  }, [pending, review.doubts]);

  return {
    doubts,
    saving,
    answer,
    undo: useCallback(() => quietly({ kind: "undo" }), [quietly]),
    changeSettings: useCallback((settings) => enqueue({ kind: "settings", settings }), [enqueue]),
    settled: useCallback(async () => {
      await chain.current;
      return queries.getQueryData<ImportView>(importKey(id))!.version;
    }, [queries, id]),
  };
}

const PAUSE_MS = 5000;

/** Until the connection is back, or a while has passed: a server may fall silent without the network going. */
function connectionOrPause(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stop();
      clearTimeout(pause);
      resolve();
    };
    const stop = onReconnect(go);
    const pause = setTimeout(go, PAUSE_MS);
  });
}
