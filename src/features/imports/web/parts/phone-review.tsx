import { useMemo, type ReactNode } from "react";
import type { PaperRow, PaperTable } from "../../model/paper.ts";
import { rowState } from "../../model/row-state.ts";
import type { ReviewRow } from "../../model/review-row.ts";
import type { ImportDocument, Review } from "../../model/view.ts";
import { DoubtSpot } from "./doubt-spot.tsx";
import { PhoneColumns } from "./phone-columns.tsx";
import { PhoneMeasure } from "./phone-measure.tsx";
import { PhoneRowEdit } from "./phone-row-edit.tsx";
import type { ReviewWork } from "./review-work.ts";
import { useRowFacts, type RowFacts } from "./use-row-facts.ts";

interface PhoneReviewProps {
  readonly document: ImportDocument;
  readonly review: Review;
  readonly work: ReviewWork;
}

/** On a narrow window: the questions as a list, then the reading by row, each with its row of the document on demand. */
export function PhoneReview({ document, review, work }: PhoneReviewProps) {
  const facts = useRowFacts(review.rows, work.doubts);
  const shown = document.tables.filter(({ key }) => review.settings.tables.includes(key));
  const numbers = useMemo(() => new Map(work.doubts.map(({ id }, at) => [id, at + 1])), [work.doubts]);
  const asked = work.doubts.filter(({ topic }) => topic !== "period");
  return (
    <div className="phone-review">
      {asked.length > 0 && (
        <section aria-label="Вопросы">
          <h2>Вопросы</h2>
          <ol className="doubt-list">
            {asked.map((doubt) => (
              <li key={doubt.id}>
                <DoubtSpot doubt={doubt} number={numbers.get(doubt.id)!} work={work} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {shown.map((table) => (
        <section key={table.key} aria-label={table.caption ?? "Таблица документа"}>
          <h2>{table.caption ?? "Как прочитано"}</h2>
          <PhoneColumns table={table} work={work} />
          {table.parts.flatMap((part) =>
            part.rows.map((row) => (
              <PhoneRow
                key={`${part.table}/${row.row}`}
                table={table}
                at={part.table}
                row={row}
                facts={facts(part.table, row.row)}
                work={work}
              />
            )),
          )}
        </section>
      ))}
    </div>
  );
}

interface PhoneRowProps {
  readonly table: PaperTable;
  /** the table of the file */
  readonly at: number;
  readonly row: PaperRow;
  readonly facts: RowFacts;
  readonly work: ReviewWork;
}

function PhoneRow({ table, at, row, facts, work }: PhoneRowProps) {
  const state = rowState(row, facts.rows, facts.goesOn);
  const place = { table: at, row: row.row };
  const edit = (measure?: ReviewRow) => (
    <PhoneRowEdit at={place} state={state} isMatrix={table.isMatrix} measure={measure} work={work} />
  );
  return (
    <>
      {row.before.map(({ text, section }) => (
        <SectionWords key={text} text={text} section={section} />
      ))}
      {row.section && (
        <SectionWords text={textOf(row)} section={row.section}>
          {facts.rows.length === 0 && edit()}
        </SectionWords>
      )}
      {facts.rows.map((measure, index) => (
        <PhoneMeasure key={measure.key} measure={measure} table={table} work={work}>
          {index === 0 && edit(measure)}
        </PhoneMeasure>
      ))}
      {state === "out" && (
        <div className="pm left-out">
          <p className="q">Не мероприятие, не читаем: {textOf(row)}</p>
          {edit()}
        </div>
      )}
    </>
  );
}

function textOf({ cells }: PaperRow): string {
  return cells
    .flatMap(({ paragraphs }) => paragraphs)
    .join(" ")
    .trim();
}

interface SectionWordsProps {
  readonly text: string;
  readonly section: string;
  readonly children?: ReactNode;
}

function SectionWords({ text, section, children }: SectionWordsProps) {
  return (
    <div className="sw">
      <h3>{text}</h3>
      <p className="sub">{section}</p>
      {children}
    </div>
  );
}
