import { memo, type ReactNode } from "react";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { placeOfWords } from "../../model/find-words.ts";
import { hyphenated } from "../../model/hyphenate.ts";
import type { PaperCell, PaperRow } from "../../model/paper.ts";
import { DoubtPanel } from "./doubt-panel.tsx";
import { DoubtAsk } from "./doubt-ask.tsx";
import { MarkedText } from "./marked-text.tsx";
import { ReadMeasureLine } from "./read-measure.tsx";
import type { ReviewWork } from "./review-work.ts";
import type { Remembering } from "./use-remembering.ts";
import { sameFacts, type RowFacts } from "./use-row-facts.ts";

interface PaperRowProps {
  readonly row: PaperRow;
  readonly facts: RowFacts;
  /** the table's first head row: the heads of the reading stand beside it */
  readonly head: boolean;
  /** given only where the open panel is this row's */
  readonly work: ReviewWork | null;
  readonly remembering: Remembering;
  open(id: string): void;
  accept(doubt: ReviewDoubt, option: string): void;
}

/** One row of the document with its reading; drawn anew only when its own facts change or its panel is open. */
export const PaperRowView = memo(PaperRowLine, (before, now) => {
  const { facts, ...rest } = now;
  const others = Object.keys(rest) as (keyof typeof rest)[];
  return others.every((name) => before[name] === now[name]) && sameFacts(before.facts, facts);
});

function PaperRowLine({ row, facts, head, work, remembering, open, accept }: PaperRowProps) {
  const activeId = work?.active?.id;
  return (
    <tr className={row.kind === "body" ? undefined : row.kind}>
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
        {head ? <Heads /> : <Reading row={row} facts={facts} />}
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
        {work?.active && <DoubtPanel key={work.active.id} doubt={work.active} work={work} />}
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

function Heads(): ReactNode {
  return (
    <div className="rd heads">
      <span>№</span>
      <span>Срок</span>
      <span>Исполнители</span>
      <span>Результат и план</span>
    </div>
  );
}

function Reading({ row, facts }: { readonly row: PaperRow; readonly facts: RowFacts }): ReactNode {
  if (row.kind === "numbers") return <span className="sub ind">Номера столбцов, не читаем</span>;
  if (row.kind === "head") return <span className="sub ind">Шапка таблицы, не читаем</span>;
  return (
    <>
      {row.section && <span className="secr">{row.section}</span>}
      {facts.rows.map((measure) => (
        <ReadMeasureLine key={measure.key} measure={measure} />
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
