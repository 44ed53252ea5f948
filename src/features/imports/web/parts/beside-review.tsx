import { useMemo } from "react";
import { chunksOf } from "../../model/chunks.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import type { PaperTable } from "../../model/paper.ts";
import { UNNAMED } from "../../model/passport.ts";
import type { ImportDocument, Review } from "../../model/view.ts";
import { DoubtSpot } from "./doubt-spot.tsx";
import { PaperTableView, type PlacedPart } from "./paper-table.tsx";
import type { ReviewWork } from "./review-work.ts";
import type { RowAt } from "./row-panel.tsx";
import { useMountedChunks } from "./use-mounted-chunks.ts";
import { useRowFacts } from "./use-row-facts.ts";

interface BesideReviewProps {
  readonly document: ImportDocument;
  readonly review: Review;
  readonly work: ReviewWork;
}

/** Two columns: the document's tables as paper, and beside each row what it is understood as. */
export function BesideReview({ document, review, work }: BesideReviewProps) {
  const facts = useRowFacts(review.rows, work.doubts);
  const shown = useMemo(
    () => document.tables.filter(({ key }) => review.settings.tables.includes(key)),
    [document.tables, review.settings.tables],
  );
  const tables = useMemo(() => placed(shown), [shown]);
  const chunks = tables.flatMap(({ parts }) =>
    parts.flatMap((one) => one.chunks.map((at) => ({ part: one.part, ...at }))),
  );
  const spot = work.picked ?? spotOf(work.active);
  const openPlace =
    spot === null
      ? null
      : (chunks.find(({ part, chunk }) => part.table === spot.table && chunk.rows.some(({ row }) => row === spot.row))
          ?.place ?? null);
  const { isMounted, mount } = useMountedChunks(chunks.length, openPlace);
  return (
    <div className="sheet">
      <div className="caps">
        <div className="cap">
          <h2>Документ</h2>
          <span>
            {document.tables.length > 1 ? `перечней мероприятий: ${document.tables.length}` : "как напечатан"}
          </span>
        </div>
        <div className="cap">
          <h2>Как прочитано</h2>
          <span>ничего не создано до утверждения</span>
        </div>
      </div>
      {shown.length === 0 && <Letter texts={document.texts} work={work} />}
      {tables.map(({ table, parts }) => (
        <PaperTableView
          key={table.key}
          table={table}
          parts={parts}
          facts={facts}
          work={work}
          openPlace={openPlace}
          isMounted={isMounted}
          mount={mount}
        />
      ))}
    </div>
  );
}

interface PlacedTable {
  readonly table: PaperTable;
  readonly parts: readonly PlacedPart[];
}

/** The tables in pieces, counted through the document. */
function placed(tables: readonly PaperTable[]): PlacedTable[] {
  let place = 0;
  return tables.map((table) => ({
    table,
    parts: table.parts.map((part) => ({ part, chunks: chunksOf(part).map((chunk) => ({ chunk, place: place++ })) })),
  }));
}

/** The row beside which a question stands. */
function spotOf(doubt: ReviewDoubt | undefined): RowAt | null {
  const [first] = doubt?.places ?? [];
  return first?.table != null && first.row !== null ? { table: first.table, row: first.row } : null;
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
      <div className="lone-page">
        {work.doubts.map((doubt, at) =>
          doubt.topic === "period" ? null : <DoubtSpot key={doubt.id} doubt={doubt} number={at + 1} work={work} />,
        )}
      </div>
    </div>
  );
}
