import { StateMark } from "#web/ui/state-mark.tsx";
import type { MarkState } from "#web/ui/shape.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { DifferenceRow } from "../../model/redaction-difference.ts";
import { ChangedFields } from "./changed-fields.tsx";
import type { Pairing } from "./difference-view.tsx";
import { MarkedWords } from "./marked-words.tsx";
import { PairActions } from "./pair-actions.tsx";
import { PairQuestion } from "./pair-question.tsx";

const KIND: Readonly<Record<DifferenceRow["kind"], { readonly words: string; readonly state: MarkState }>> = {
  same: { words: "без изменений", state: "ahead" },
  changed: { words: "изменено", state: "soon" },
  added: { words: "добавлено", state: "accepted" },
  removed: { words: "убрано", state: "notApplicable" },
};

interface DifferenceLineProps {
  readonly row: DifferenceRow;
  readonly pairing: Pairing | undefined;
}

/** One row: its number now and before, the title and what changed of it with the words marked. */
export function DifferenceLine({ row, pairing }: DifferenceLineProps) {
  const { kind, number, numberBefore, title, placeBefore, fields, level } = row;
  const question = pairing?.view.questions.find((one) => one.row === row.key);
  return (
    <li className={`dif ${kind}`} data-row={row.key}>
      <span className="no">
        {numberBefore !== null && (
          <>
            <span className="visually-hidden">было</span>
            <del>{numberBefore || "без номера"}</del>{" "}
          </>
        )}
        {number}
      </span>
      <div className="what">
        <div>
          <MarkedWords words={title} />
          {level && <span className="q"> {level}</span>}
        </div>
        <div className="mark">
          <StateMark state={KIND[kind].state} size={10}>
            {KIND[kind].words}
          </StateMark>
          {placeBefore !== null && <span>{typeset(`перенесено из раздела «${placeBefore}»`)}</span>}
        </div>
        <ChangedFields fields={fields} />
        {pairing && question && (
          <PairQuestion
            question={question}
            busy={pairing.busy}
            onAnswer={(before) => pairing.onAnswer({ kind: "row", after: question.after, before })}
          />
        )}
      </div>
      {pairing && !question && (
        <div className="act no-print">
          <PairActions row={row} view={pairing.view} onAnswer={pairing.onAnswer} />
        </div>
      )}
    </li>
  );
}
