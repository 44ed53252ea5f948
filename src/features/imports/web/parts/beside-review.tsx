import { UNNAMED } from "../../model/passport.ts";
import type { ImportDocument, Review } from "../../model/view.ts";
import { DoubtSpot } from "./doubt-spot.tsx";
import { PaperTableView } from "./paper-table.tsx";
import type { ReviewWork } from "./review-work.ts";
import { useRowFacts } from "./use-row-facts.ts";

interface BesideReviewProps {
  readonly document: ImportDocument;
  readonly review: Review;
  readonly work: ReviewWork;
}

/** Two columns: the document's tables as paper, and beside each row what it is understood as. */
export function BesideReview({ document, review, work }: BesideReviewProps) {
  const facts = useRowFacts(review.rows, work.doubts);
  const shown = document.tables.filter(({ key }) => review.settings.tables.includes(key));
  return (
    <div className="sheet">
      <div className="caps">
        <div className="cap">
          <h2>Документ</h2>
          <span>
            {document.tables.length > 1 ? `таблиц с мероприятиями: ${document.tables.length}` : "как напечатан"}
          </span>
        </div>
        <div className="cap">
          <h2>Как прочитано</h2>
          <span>ничего не создано до утверждения</span>
        </div>
      </div>
      {shown.length === 0 && <Letter texts={document.texts} work={work} />}
      {shown.map((table) => (
        <PaperTableView key={table.key} table={table} facts={facts} work={work} />
      ))}
    </div>
  );
}

/** A document without a plan: its texts as paper, beside them the question what to make of it. */
function Letter({ texts, work }: { readonly texts: ImportDocument["texts"]; readonly work: ReviewWork }) {
  return (
    <div className="letter">
      <div className="letter-paper">
        {texts.map(({ heading, lines }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the texts of a document never move
          <section key={at}>
            {heading !== UNNAMED && <h3>{heading}</h3>}
            {lines.map((line, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <p key={place}>{line}</p>
            ))}
          </section>
        ))}
      </div>
      <div className="lone">
        {work.doubts.map((doubt, at) =>
          doubt.topic === "period" ? null : <DoubtSpot key={doubt.id} doubt={doubt} number={at + 1} work={work} />,
        )}
      </div>
    </div>
  );
}
