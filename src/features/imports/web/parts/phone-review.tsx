import type { ImportDocument, Review } from "../../model/view.ts";
import { DoubtSpot } from "./doubt-spot.tsx";
import { PhoneMeasure } from "./phone-measure.tsx";
import type { ReviewWork } from "./review-work.ts";

interface PhoneReviewProps {
  readonly document: ImportDocument;
  readonly review: Review;
  readonly work: ReviewWork;
}

/** On a narrow window: the questions as a list, then the reading by row, each with its row of the document on demand. */
export function PhoneReview({ document, review, work }: PhoneReviewProps) {
  const shown = document.tables.filter(({ key }) => review.settings.tables.includes(key));
  const asked = work.doubts.filter(({ topic }) => topic !== "period");
  return (
    <div className="narrow">
      {asked.length > 0 && (
        <section aria-label="Вопросы">
          <h2>Вопросы</h2>
          <ol className="doubt-list">
            {asked.map((doubt) => (
              <li key={doubt.id}>
                <DoubtSpot doubt={doubt} number={work.doubts.indexOf(doubt) + 1} work={work} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {shown.map((table) => (
        <section key={table.key} aria-label={table.caption ?? "Таблица документа"}>
          <h2>{table.caption ?? "Как прочитано"}</h2>
          {table.parts.flatMap((part) =>
            part.rows.flatMap((row) => [
              ...row.before.map(({ text, section }) => <SectionWords key={text} text={text} section={section} />),
              ...(row.section
                ? [<SectionWords key={`${part.table}/${row.row}`} text={textOf(row.cells)} section={row.section} />]
                : []),
              ...review.rows
                .filter(({ rows: [first] }) => first?.table === part.table && first.row === row.row)
                .map((measure) => <PhoneMeasure key={measure.key} measure={measure} table={table} />),
            ]),
          )}
        </section>
      ))}
    </div>
  );
}

function textOf(cells: readonly { readonly paragraphs: readonly string[] }[]): string {
  return cells
    .flatMap(({ paragraphs }) => paragraphs)
    .join(" ")
    .trim();
}

function SectionWords({ text, section }: { readonly text: string; readonly section: string }) {
  return (
    <div className="sw">
      <h3>{text}</h3>
      <p className="sub">{section}</p>
    </div>
  );
}
