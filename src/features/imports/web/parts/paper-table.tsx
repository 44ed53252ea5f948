import { Fragment } from "react";
import { hyphenated } from "../../model/hyphenate.ts";
import type { PaperPart, PaperTable } from "../../model/paper.ts";
import { PaperRowView, SectionRow } from "./paper-row.tsx";
import type { ReviewWork } from "./review-work.ts";
import type { FactsOf } from "./use-row-facts.ts";

interface PaperTableProps {
  readonly table: PaperTable;
  readonly facts: FactsOf;
  readonly work: ReviewWork;
}

/** A table of the document in the parts the file has it in; every row shares its line with what was read from it. */
export function PaperTableView({ table, facts, work }: PaperTableProps) {
  return (
    <section className="paper-table" aria-label={table.caption ?? "Таблица документа"}>
      {table.parts.map((part, at) => (
        <Fragment key={part.table}>
          {at > 0 && (
            <div className="brk">
              часть {at + 1} из {table.parts.length}
            </div>
          )}
          <Part part={part} caption={at === 0 ? table.caption : null} facts={facts} work={work} isFirst={at === 0} />
        </Fragment>
      ))}
    </section>
  );
}

interface PartProps {
  readonly part: PaperPart;
  readonly caption: string | null;
  readonly isFirst: boolean;
  readonly facts: FactsOf;
  readonly work: ReviewWork;
}

function Part({ part, caption, isFirst, facts, work }: PartProps) {
  const firstHead = isFirst ? part.rows.findIndex(({ kind }) => kind === "head") : -1;
  return (
    <div className="part">
      {caption && <p className="paper-caption">{hyphenated(caption)}</p>}
      <table>
        <colgroup>
          {part.widths.map((width, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- columns of paper never move
            <col key={at} style={{ width: `calc(var(--sheet-w) * ${width / 100})` }} />
          ))}
          <col className="gap" />
          <col />
        </colgroup>
        <tbody>
          {part.rows.map((row, at) => {
            const own = facts(part.table, row.row);
            const holds = work.active && own.doubts.some(({ doubt }) => doubt.id === work.active!.id);
            return (
              <Fragment key={row.row}>
                {row.before.map(({ text, section }) => (
                  <SectionRow key={text} text={text} section={section} columns={part.columns} />
                ))}
                <PaperRowView
                  row={row}
                  facts={own}
                  head={at === firstHead}
                  work={holds ? work : null}
                  remembering={work.remembering}
                  open={work.open}
                  accept={work.accept}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
