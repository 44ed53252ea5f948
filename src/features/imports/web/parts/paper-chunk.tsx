import { Fragment, memo, useEffect, useRef } from "react";
import type { Chunk } from "../../model/chunks.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import type { PaperPart } from "../../model/paper.ts";
import type { TableEdit } from "../../model/table-edits.ts";
import { PaperRowView, SectionRow } from "./paper-row.tsx";
import type { ReviewWork } from "./review-work.ts";
import type { RowAt } from "./row-panel.tsx";
import type { Remembering } from "./use-remembering.ts";
import type { FactsOf } from "./use-row-facts.ts";

interface PaperChunkProps {
  readonly chunk: Chunk;
  readonly part: PaperPart;
  readonly isMatrix: boolean;
  /** the row beside which the heads of the reading stand, -1 for none */
  readonly head: number;
  readonly facts: FactsOf;
  readonly edits: readonly TableEdit[];
  readonly remembering: Remembering;
  /** given only where the open panel is in this piece */
  readonly work: ReviewWork | null;
  open(id: string): void;
  accept(doubt: ReviewDoubt, option: string): void;
  pickRow(at: RowAt): void;
}

/** A piece of a long table: laid out by the browser only while it is near the sight, unless a panel floats out of it. */
export const PaperChunk = memo(function PaperChunk(props: PaperChunkProps) {
  const { chunk, part, isMatrix, head, facts, edits, remembering, work, open, accept, pickRow } = props;
  return (
    <div className={work ? "chunk open" : "chunk"} style={{ containIntrinsicBlockSize: `auto ${chunk.height}px` }}>
      <table>
        <Columns widths={part.widths} />
        <tbody>
          {chunk.rows.map((row) => {
            const own = facts(part.table, row.row);
            const isPicked = work?.picked?.table === part.table && work.picked.row === row.row;
            const holds = isPicked || (work?.active && own.doubts.some(({ doubt }) => doubt.id === work.active!.id));
            return (
              <Fragment key={row.row}>
                {row.before.map(({ text, section }) => (
                  <SectionRow key={text} text={text} section={section} columns={part.columns} />
                ))}
                <PaperRowView
                  table={part.table}
                  row={row}
                  facts={own}
                  isMatrix={isMatrix}
                  head={row.row === head}
                  edits={edits}
                  work={holds ? work : null}
                  remembering={remembering}
                  open={open}
                  accept={accept}
                  pickRow={pickRow}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
});

/** The columns of the paper, the seam and the reading: the same in every piece, so that they stand under one another. */
export function Columns({ widths }: { readonly widths: readonly number[] }) {
  return (
    <colgroup>
      {widths.map((width, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- columns of paper never move
        <col key={at} style={{ width: `calc(var(--sheet-w) * ${width / 100})` }} />
      ))}
      <col className="gap" />
      <col />
    </colgroup>
  );
}

/** The room of a piece that is not drawn yet: it is drawn when it comes near. */
export function ChunkRoom({ height, onNear }: { readonly height: number; onNear(): void }) {
  const room = useRef<HTMLDivElement>(null);
  const near = useRef(onNear);
  useEffect(() => {
    near.current = onNear;
  });
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near.current(), {
      rootMargin: "600px",
    });
    if (room.current) observer.observe(room.current);
    return () => observer.disconnect();
  }, []);
  return <div className="chunk-room" ref={room} style={{ height }} aria-hidden="true" />;
}
