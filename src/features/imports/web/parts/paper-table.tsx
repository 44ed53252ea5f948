import { Fragment } from "react";
import { hyphenated } from "../../model/hyphenate.ts";
import type { Chunk } from "../../model/chunks.ts";
import type { PaperPart, PaperTable } from "../../model/paper.ts";
import { ChunkRoom, PaperChunk } from "./paper-chunk.tsx";
import { RolesTable } from "./roles-table.tsx";
import type { ReviewWork } from "./review-work.ts";
import type { FactsOf } from "./use-row-facts.ts";

/** A part of a table in pieces, each with its place among all pieces of the document. */
export interface PlacedPart {
  readonly part: PaperPart;
  readonly chunks: readonly { readonly chunk: Chunk; readonly place: number }[];
}

interface PaperTableProps {
  readonly table: PaperTable;
  readonly parts: readonly PlacedPart[];
  readonly facts: FactsOf;
  readonly work: ReviewWork;
  /** the piece that holds the open panel */
  readonly openPlace: number | null;
  isMounted(place: number): boolean;
  mount(place: number): void;
}

/** A table of the document in the parts the file has it in; every row shares its line with what was read from it. */
export function PaperTableView({ table, parts, ...shared }: PaperTableProps) {
  return (
    <section className="paper-table" aria-label={table.caption ?? "Таблица документа"}>
      {parts.map((placed, at) => (
        <Fragment key={placed.part.table}>
          {at > 0 && (
            <div className="brk">
              часть {at + 1} из {parts.length}
            </div>
          )}
          <Part table={table} placed={placed} isFirst={at === 0} {...shared} />
        </Fragment>
      ))}
    </section>
  );
}

interface PartProps extends Omit<PaperTableProps, "parts"> {
  readonly placed: PlacedPart;
  readonly isFirst: boolean;
}

function Part({ table, placed, isFirst, facts, work, openPlace, isMounted, mount }: PartProps) {
  const { part, chunks } = placed;
  const firstHead = isFirst ? (part.rows.find(({ kind }) => kind === "head")?.row ?? -1) : -1;
  return (
    <div className="paper-part">
      {isFirst && table.caption && <p className="paper-caption">{hyphenated(table.caption)}</p>}
      {isFirst && <RolesTable table={table} isHeadless={firstHead < 0} widths={part.widths} work={work} />}
      {chunks.map(({ chunk, place }) =>
        isMounted(place) ? (
          <PaperChunk
            key={place}
            chunk={chunk}
            part={part}
            isMatrix={table.isMatrix}
            head={firstHead}
            facts={facts}
            edits={work.edits}
            remembering={work.remembering}
            work={place === openPlace ? work : null}
            open={work.open}
            accept={work.accept}
            pickRow={work.pickRow}
          />
        ) : (
          <ChunkRoom key={place} height={chunk.height} onNear={() => mount(place)} />
        ),
      )}
    </div>
  );
}
