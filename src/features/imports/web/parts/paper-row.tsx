import { memo, type ReactNode } from "react";
import { Icon } from "#web/ui/icon.tsx";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { placeOfWords } from "../../model/find-words.ts";
import { hyphenated } from "../../model/hyphenate.ts";
import type { PaperCell, PaperRow } from "../../model/paper.ts";
import { rowName } from "../../model/doubt-rows.ts";
import { rowState } from "../../model/row-state.ts";
import type { TableEdit } from "../../model/table-edits.ts";
import { DoubtPanel } from "./doubt-panel.tsx";
import { DoubtAsk } from "./doubt-ask.tsx";
import { MarkedText } from "./marked-text.tsx";
import { ReadMeasureLine } from "./read-measure.tsx";
import type { ReviewWork } from "./review-work.ts";
import { RowPanel, type RowAt } from "./row-panel.tsx";
import type { Remembering } from "./use-remembering.ts";
import { sameFacts, type RowFacts } from "./use-row-facts.ts";

interface PaperRowProps {
  readonly table: number;
  readonly row: PaperRow;
  readonly facts: RowFacts;
  readonly isMatrix: boolean;
  readonly edits: readonly TableEdit[];
  /** the table's first head row: the heads of the reading stand beside it */
  readonly head: boolean;
  /** given only where the open panel is this row's */
  readonly work: ReviewWork | null;
  readonly remembering: Remembering;
  open(id: string): void;
  accept(doubt: ReviewDoubt, option: string): void;
  pickRow(at: RowAt): void;
}

/** One row of the document with its reading; drawn anew only when its own facts change or its panel is open. */
export const PaperRowView = memo(PaperRowLine, (before, now) => {
  const { facts, ...rest } = now;
  const others = Object.keys(rest) as (keyof typeof rest)[];
  return others.every((name) => before[name] === now[name]) && sameFacts(before.facts, facts);
});

function PaperRowLine(props: PaperRowProps) {
  const { table, row, facts, isMatrix, edits, head, work, remembering, open, accept, pickRow } = props;
  const isPicked = work?.picked?.table === table && work.picked.row === row.row;
  const activeId = isPicked ? undefined : work?.active?.id;
  const state = rowState(row, facts.rows, facts.goesOn);
  const measure = facts.rows.find(({ isGroup }) => !isGroup);
  return (
    <tr className={row.kind === "body" ? undefined : row.kind} data-row={`${table}/${row.row}`}>
      {row.cells.map((cell) => (
        <Cell key={cell.col} cell={cell} isSection={row.section !== null && row.cells.length < 3} marks={facts.marks} />
      ))}
      <td className="gp">
        {facts.doubts.map(({ doubt, number }) => (
          <button
            key={doubt.id}
            type="button"
            className={doubt.id === activeId ? "dn on" : doubt.answer ? "dn ok" : "dn"}
            aria-label={`${doubt.answer ? "Уточнено" : "Уточнить"}, вопрос ${number}: ${doubt.question}`}
            aria-expanded={doubt.id === activeId}
            onClick={() => open(doubt.id)}
          >
            {doubt.answer && doubt.id !== activeId ? "✓" : number}
          </button>
        ))}
      </td>
      <td className="rr">
        {head ? <Heads /> : <Reading row={row} facts={facts} isOut={state === "out"} />}
        {(state !== "none" || row.kind !== "body" || facts.rows.length > 0) && (
          <button
            type="button"
            className="row-menu"
            aria-label={`Изменить строку${measure ? ` ${rowName(measure)}` : ""}`}
            aria-expanded={isPicked}
            onClick={() => pickRow({ table, row: row.row })}
          >
            <Icon name="more" size={18} />
          </button>
        )}
        {facts.doubts.map(({ doubt, number }) =>
          doubt.id === activeId ? null : doubt.answer ? null : (
            <DoubtAsk
              key={doubt.id}
              doubt={doubt}
              number={number}
              remembering={remembering}
              open={open}
              accept={accept}
            />
          ),
        )}
        {isPicked && work && (
          <RowPanel
            at={{ table, row: row.row }}
            state={state}
            isMatrix={isMatrix}
            measure={measure}
            edits={edits}
            arrange={work.arrange}
            close={work.close}
          />
        )}
        {!isPicked && work?.active && <DoubtPanel key={work.active.id} doubt={work.active} work={work} />}
      </td>
    </tr>
  );
}

/** A paragraph between the parts of a table that is read as a section. */
export function SectionRow({
  text,
  section,
  columns,
}: {
  readonly text: string;
  readonly section: string;
  readonly columns: number;
}) {
  return (
    <tr>
      <td className="between" colSpan={columns}>
        {hyphenated(text)}
      </td>
      <td className="gp" aria-hidden="true" />
      <td className="rr">
        <span className="secr">{section}</span>
      </td>
    </tr>
  );
}

function Cell({
  cell,
  isSection,
  marks,
}: {
  readonly cell: PaperCell;
  readonly isSection: boolean;
  readonly marks: RowFacts["marks"];
}) {
  const own = marks.filter(({ col }) => col === cell.col).map(({ quote }) => quote);
  // words that stand in one paragraph of the cell are not sought in the others
  const elsewhere = (quote: string, text: string) =>
    placeOfWords(text, quote) < 0 && cell.paragraphs.some((other) => placeOfWords(other, quote) >= 0);
  return (
    <td className={isSection ? "pc all" : "pc"} rowSpan={cell.rowSpan} colSpan={cell.colSpan}>
      {cell.paragraphs.map((text, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs of paper never move
        <p key={at}>
          <MarkedText text={text} quotes={own.filter((quote) => !elsewhere(quote, text))} />
        </p>
      ))}
    </td>
  );
}

/** What stands in the columns of the reading. */
export function Heads(): ReactNode {
  return (
    <div className="read-back heads">
      <span>№</span>
      <span>Срок</span>
      <span>Исполнители</span>
      <span>Результат и план</span>
    </div>
  );
}

interface ReadingProps {
  readonly row: PaperRow;
  readonly facts: RowFacts;
  readonly isOut: boolean;
}

function Reading({ row, facts, isOut }: ReadingProps): ReactNode {
  if (row.kind === "numbers" && facts.rows.length === 0)
    return <span className="sub ind">Номера столбцов, не читаем</span>;
  if (row.kind === "head" && facts.rows.length === 0) return <span className="sub ind">Шапка таблицы, не читаем</span>;
  return (
    <>
      {row.section && <span className="secr">{row.section}</span>}
      {isOut && <span className="sub ind">Не мероприятие, не читаем</span>}
      {facts.rows.map((measure) => (
        <ReadMeasureLine key={measure.key} measure={measure} isOneOf={facts.rows.length > 1} />
      ))}
      {facts.rows.length === 0 &&
        facts.goesOn.slice(0, 1).map((measure) => (
          <span key={measure.key} className="sub ind">
            {measure.number ? `Продолжение строки ${measure.number}` : "Продолжение строки выше"}
          </span>
        ))}
    </>
  );
}
