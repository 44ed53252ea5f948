import { useEffect, useRef, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { rowChoices, type RowState } from "../../model/row-choices.ts";
import type { ReviewRow } from "../../model/review-row.ts";
import type { RowReading, TableEdit } from "../../model/table-edits.ts";
import { focusPanel } from "./focus-panel.ts";
import { PartDialog } from "./part-dialog.tsx";
import { usePanelKeys } from "./use-panel-keys.ts";

export interface RowAt {
  readonly table: number;
  readonly row: number;
}

interface RowPanelProps {
  readonly at: RowAt;
  /** what the row is taken for now */
  readonly state: RowState;
  readonly isMatrix: boolean;
  /** the measure that begins in this row, if one does */
  readonly measure: ReviewRow | undefined;
  readonly edits: readonly TableEdit[];
  arrange(edits: readonly TableEdit[]): void;
  close(): void;
}

/** What a row of the document is: the officer's word on it, undone like an answer. */
export function RowPanel({ at, state, isMatrix, measure, edits, arrange, close }: RowPanelProps) {
  const choices = rowChoices(state, isMatrix);
  const [pointed, setPointed] = useState<RowReading | null>(choices.find(({ key }) => key === state)?.key ?? null);
  const [parting, setParting] = useState(false);
  const own = edits.filter((edit) => (edit.kind === "row" || edit.kind === "part") && isAt(edit, at));
  const cuts = own.flatMap((edit) => (edit.kind === "part" ? [edit.cuts] : []))[0] ?? [];
  const take = (as: RowReading) => {
    close();
    if (as !== state) arrange([{ kind: "row", ...at, as }]);
  };
  const reset = () => {
    close();
    arrange(
      own.map((edit) =>
        edit.kind === "part" ? { kind: "part", ...at, cuts: [] } : { kind: "row", ...at, as: "asRead" },
      ),
    );
  };
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    focusPanel(panel.current);
    // whoever goes by the keyboard goes on from the row
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body)
        before.focus({ preventScroll: true });
    };
  }, []);
  usePanelKeys(panel, {
    choose: (number) => {
      const choice = choices[number - 1];
      if (choice) setPointed(choice.key);
      return choice !== undefined;
    },
    accept: () => pointed !== null && take(pointed),
    close,
  });
  return (
    <section className="panel" ref={panel} tabIndex={-1} aria-label="Что это за строка?">
      <p>Что это за строка?</p>
      <div className="ops">
        {choices.map(({ key, label, hint }, index) => (
          <button
            key={key}
            type="button"
            className={key === pointed ? "op on" : "op"}
            aria-pressed={key === pointed}
            onClick={() => setPointed(key)}
          >
            <kbd>{index + 1}</kbd>
            <span>
              <b>{label}</b>
              <span className="h">{key === state ? "сейчас" : typeset(hint)}</span>
            </span>
          </button>
        ))}
      </div>
      <div className="pf2">
        <Button
          kind="primary"
          {...(pointed === null && { disabledReason: "Выберите, что это" })}
          onClick={() => pointed !== null && take(pointed)}
        >
          Принять
        </Button>
        {measure && measure.lines.length > 1 && !isMatrix && (
          <Button kind="ghost" onClick={() => setParting(true)}>
            {cuts.length > 0 ? "Разделить иначе" : "Разделить на несколько"}
          </Button>
        )}
        {own.length > 0 && (
          <Button kind="ghost" onClick={reset}>
            Как прочитано сначала
          </Button>
        )}
        <button type="button" className="esc" onClick={close}>
          <kbd>Esc</kbd> закрыть
        </button>
      </div>
      {parting && measure && (
        <PartDialog
          lines={measure.lines}
          cuts={cuts}
          onPart={(chosen) => {
            close();
            arrange([{ kind: "part", ...at, cuts: [...chosen] }]);
          }}
          onClose={() => setParting(false)}
        />
      )}
    </section>
  );
}

function isAt(edit: { readonly table: number; readonly row: number }, at: RowAt): boolean {
  return edit.table === at.table && edit.row === at.row;
}
