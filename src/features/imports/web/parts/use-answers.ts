import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { onReconnect } from "#web/api/online.ts";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { newKey } from "#web/api/request.ts";
import { showNotice } from "#web/ui/notice.tsx";
import type { Decision, ImportSettings } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { raisedWords } from "../../model/raised.ts";
import type { LostAnswer } from "../../model/stale.ts";
import type { TableEdit } from "../../model/table-edits.ts";
import type { ImportView, Review } from "../../model/view.ts";
import { importKey } from "../api.ts";
import { sendChange, type Change } from "./send-change.ts";

export type Saving = "saved" | "saving" | "waiting";

export interface Answers {
  /** doubts with the answers given here shown at once, before the server has them */
  readonly doubts: readonly ReviewDoubt[];
  readonly saving: Saving;
  answer(decisions: readonly Decision[]): void;
  /** says what tables, columns and rows are */
  arrange(edits: readonly TableEdit[]): void;
  undo(): void;
  /** resolves when kept; a refusal is thrown to the form */
  changeSettings(settings: ImportSettings): Promise<void>;
  /** resolves when every answer is kept, with the version they left */
  settled(): Promise<number>;
}

const SHARED = "Этот документ проверяет кто-то ещё. Показано и то, что сделали вы, и то, что сделал он.";

/**
 * Changes go to the server one after another, each with the version the one before left; without connection they wait and go by
 * themselves. A refused one is taken back with its sentence, and the page shows what is kept. `onLost` hears of an answer that another
 * person's stands in the way of.
 */
export function useAnswers(view: ImportView, review: Review, onLost: (lost: LostAnswer) => void): Answers {
  const queries = useQueryClient();
  const { territoryId, id } = view;
  const [pending, setPending] = useState<readonly Decision[]>([]);
  const [saving, setSaving] = useState<Saving>("saved");
  const chain = useRef<Promise<void>>(Promise.resolve());
  const queued = useRef(0);
  const hear = useRef(onLost);
  useEffect(() => {
    hear.current = onLost;
  });

  const send = useCallback(
    async (change: Change, key: string): Promise<void> => {
      const before = queries.getQueryData<ImportView>(importKey(id))!.review;
      const { shared, lost } = await sendChange(queries, { territoryId, id }, change, key);
      const after = queries.getQueryData<ImportView>(importKey(id))!.review;
      const raised = change.kind === "decide" && before && after ? raisedWords(before, after) : null;
      if (raised !== null) showNotice(raised, "soon");
      const [first] = lost;
      if (first) hear.current(first);
      else if (shared) showNotice(SHARED, "soon");
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
    (change: Change, after: () => void = () => undefined): void => {
      enqueue(change)
        .finally(after)
        .catch(async (error: unknown) => {
          showNotice(refusalWords(change, error), "late");
          await queries.invalidateQueries({ queryKey: importKey(id) });
        });
    },
    [enqueue, queries, id],
  );

  const answer = useCallback(
    (decisions: readonly Decision[]) => {
      setPending((now) => [...now, ...decisions]);
      quietly({ kind: "decide", decisions }, () => setPending((now) => now.filter((one) => !decisions.includes(one))));
    },
    [quietly],
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
    arrange: useCallback((edits) => quietly({ kind: "arrange", edits }), [quietly]),
    undo: useCallback(() => quietly({ kind: "undo" }), [quietly]),
    changeSettings: useCallback((settings) => enqueue({ kind: "settings", settings }), [enqueue]),
    settled: useCallback(async () => {
      await chain.current;
      return queries.getQueryData<ImportView>(importKey(id))!.version;
    }, [queries, id]),
  };
}

/** A change that came after another person's: what is kept, and what to do. */
function refusalWords(change: Change, error: unknown): string {
  const isStale = error instanceof ApiProblem && error.code === "stale-write";
  if (isStale && change.kind === "undo")
    return "Последний шаг сделал кто-то другой, поэтому отменять его вместо него мы не стали. Показано, что есть сейчас.";
  if (isStale && change.kind === "arrange")
    return "Тем временем таблицу поправил кто-то другой. Показано, что есть сейчас: если нужно, повторите правку.";
  return problemText(error);
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
