import { useRef } from "react";
import { useNavigate } from "react-router";
import type { PageKey } from "#web/ui/keys.ts";
import type { ReportRow } from "../../model/contract.ts";
import { undoLast } from "./last-decision.ts";
import { besides } from "./waiting-reports.ts";

export interface ReviewKeys {
  readonly keys: readonly PageKey[];
  /** whether the last deed was asked for by a key: the next report then opens by itself */
  readonly byKey: () => boolean;
  /** a finger or a pointer took over */
  readonly byHand: () => void;
}

/** The keys of one report before its checker. A key presses the button that stands on the page, so what cannot be pressed has no key. */
export function useReviewKeys(reportId: string, waiting: readonly ReportRow[] | undefined): ReviewKeys {
  const navigate = useNavigate();
  const keyed = useRef(false);
  const press = (deed: string) => {
    keyed.current = true;
    document.querySelector<HTMLElement>(`[data-deed="${deed}"]`)?.click();
  };
  const { previous, next } = besides(waiting ?? [], reportId);
  const open = (row: ReportRow | undefined) =>
    row ? () => void navigate(`/reports/${row.territoryId}/${row.id}`) : undefined;
  const decided = () => document.querySelector('[data-deed="next"]') !== null;
  return {
    byKey: () => keyed.current,
    byHand: () => {
      keyed.current = false;
    },
    keys: [
      {
        codes: ["KeyJ", "KeyN"],
        shown: ["J", "N"],
        words: "Следующий отчёт",
        run: next && (() => (decided() ? press("next") : open(next)?.())),
      },
      { codes: ["KeyK"], shown: ["K"], words: "Предыдущий отчёт", run: open(previous) },
      { codes: ["KeyA"], letters: ["п"], shown: ["П", "A"], words: "Принять", run: () => press("accept") },
      {
        codes: ["KeyR"],
        letters: ["в"],
        shown: ["В", "R"],
        words: "Вернуть: открыть замечание",
        run: () => press("remark"),
      },
      // the field's own
      { codes: [], shown: ["Ctrl+Enter"], words: "Из поля замечания: отправить его", run: undefined },
      {
        codes: ["KeyU"],
        shown: ["U"],
        words: "Отменить последнее решение",
        run: () => {
          const button = document.querySelector<HTMLElement>('[data-deed="undo"]');
          if (button) button.click();
          else undoLast();
        },
      },
    ],
  };
}
