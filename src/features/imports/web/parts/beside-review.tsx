import type { ImportDocument, Review } from "../../model/view.ts";
import { DoubtSpot } from "./doubt-spot.tsx";
import { PaperTableView } from "./paper-table.tsx";
import type { ReviewWork } from "./review-screen.tsx";
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
      {shown.length === 0 && <LoneDoubt work={work} />}
      {shown.map((table) => (
        <PaperTableView key={table.key} table={table} facts={facts} work={work} />
      ))}
    </div>
  );
}

/** A document without a plan has one question and no rows to put it beside. */
function LoneDoubt({ work }: { readonly work: ReviewWork }) {
  return (
    <div className="lone">
      {work.doubts.map((doubt) => (
        <DoubtSpot key={doubt.id} doubt={doubt} number={1} work={work} />
      ))}
    </div>
  );
}
