import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { showUndo } from "#web/ui/notice.tsx";
import { apartId } from "../../model/apart.ts";
import type { Decision } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { acceptedProposals } from "../../model/remembering.ts";
import { similarAnswers, type SimilarAnswers } from "../../model/similar.ts";
import type { TableEdit } from "../../model/table-edits.ts";
import type { RowAt } from "./row-panel.tsx";
import type { Answers } from "./use-answers.ts";
import type { DoubtCursor } from "./use-doubts.ts";
import type { Remembering } from "./use-remembering.ts";

/** The step given last, as undo and the offer «так же» know it. */
const AN_EDIT = "";

/** What is being answered on the screen: the open panel, the option pointed at, and what has just been said. */
export function useAnswering(answers: Answers, cursor: DoubtCursor, remembering: Remembering, canUndo: boolean) {
  const { doubts, answer } = answers;
  const { next, close: closeDoubt, open: openDoubt } = cursor;
  const { isTicked } = remembering;
  const [choice, setChoice] = useState<{ readonly id: string; readonly option: string } | null>(null);
  const [row, setRow] = useState<{ readonly id: string; readonly measureKey: string } | null>(null);
  const [picked, setPicked] = useState<RowAt | null>(null);
  const [alike, setAlike] = useState<SimilarAnswers | null>(null);
  const given = useRef<string[]>([]);
  const closeUndo = useRef<() => void>(() => undefined);
  const open = useMemo(() => doubts.filter(({ answer: known }) => known === null), [doubts]);
  const active = doubts.find(({ id }) => id === cursor.activeId);
  const kept = active ? (active.answer?.option ?? active.suggested) : null;
  const pointed = active && choice?.id === active.id ? choice.option : kept;

  // rows hold on to what accepts: it stays the same while they do
  const latest = useRef({ doubts, row });
  useEffect(() => {
    latest.current = { doubts, row };
  });
  const accept = useCallback(
    (doubt: ReviewDoubt, option: string, own?: Decision["own"]) => {
      const { doubts: all, row: only } = latest.current;
      const apart = only?.id === doubt.id ? only.measureKey : null;
      const doubtId = apart === null ? doubt.id : apartId(doubt.id, apart);
      const remember = apart === null && isTicked(doubt);
      const decision: Decision = { doubtId, option, remember, ...(own && { own }) };
      given.current.push(doubtId);
      answer([decision]);
      setAlike(similarAnswers(doubt, decision, all, isTicked));
      // one row is answered apart; the question stays open for the others
      if (apart !== null) return setRow(null);
      next();
    },
    [answer, next, isTicked],
  );
  /** Answers given together, with a way back for a minute. */
  const together = (decisions: readonly Decision[], text: string) => {
    given.current.push(AN_EDIT);
    closeUndo.current();
    setAlike(null);
    answer(decisions);
    closeUndo.current = showUndo({ text, onUndo: undo, state: "accepted" });
  };
  const undo = () => {
    if (!canUndo && answers.saving === "saved") return;
    closeUndo.current();
    setAlike(null);
    setPicked(null);
    answers.undo();
    const last = given.current.pop();
    if (last !== undefined && last !== AN_EDIT) openDoubt(last);
  };
  const close = useCallback(() => {
    setPicked(null);
    closeDoubt();
  }, [closeDoubt]);
  return {
    open,
    active,
    pointed,
    picked,
    alike,
    only: active && row?.id === active.id ? row.measureKey : null,
    accept,
    undo,
    close,
    point: (option: string) => active && setChoice({ id: active.id, option }),
    /** lays an answer before the officer without giving it */
    lay: (id: string, option: string) => {
      setChoice({ id, option });
      openDoubt(id);
    },
    chooseOnly: (measureKey: string | null) =>
      setRow(active && measureKey !== null ? { id: active.id, measureKey } : null),
    pickRow: useCallback(
      (at: RowAt) => {
        closeDoubt();
        setPicked((now) => (now?.table === at.table && now.row === at.row ? null : at));
      },
      [closeDoubt],
    ),
    openDoubt: useCallback(
      (id: string) => {
        setPicked(null);
        openDoubt(id);
      },
      [openDoubt],
    ),
    arrange: (edits: readonly TableEdit[]) => {
      given.current.push(AN_EDIT);
      setAlike(null);
      answers.arrange(edits);
    },
    acceptAll: () => {
      const taken = acceptedProposals(open, isTicked);
      const inDictionary = taken.filter(({ remember }) => remember).length;
      const words = counted(taken.length, ["ответ", "ответа", "ответов"]);
      together(taken, `Принято предложенное: ${words}${inDictionary > 0 ? `, в словарь пойдёт ${inDictionary}` : ""}`);
      closeDoubt();
    },
    acceptAlike: () => {
      if (!alike) return;
      together(alike.decisions, `Так же отвечено ещё для ${counted(alike.rows, ["строки", "строк", "строк"])}`);
      next();
    },
  };
}
