import type { ReactNode } from "react";
import { PartyChip } from "#web/ui/party-chip.tsx";
import type { PaperTable } from "../../model/paper.ts";
import type { ReviewRow } from "../../model/review-row.ts";
import { PhoneRowEdit } from "./phone-row-edit.tsx";
import type { ReviewWork } from "./review-work.ts";
import { lineId } from "./unreported.tsx";

interface PhoneMeasureProps {
  readonly measure: ReviewRow;
  readonly table: PaperTable;
  readonly work: ReviewWork;
  /** the way to change its row */
  readonly children?: ReactNode;
}

/** A measure as understood, one under another, with its row of the document behind a word. */
export function PhoneMeasure({ measure, table, work, children }: PhoneMeasureProps) {
  const { key, number, level, title, due, dueText, parties, result, planned, unreported, notes, open, isGroup } =
    measure;
  return (
    <article className="pm" id={lineId(key)} tabIndex={-1}>
      <p className="what">
        {level ? <PartyChip code={level} leading /> : <span className="q">{number}</span>} {title}
      </p>
      {!isGroup && (
        <dl>
          <Fact name="Срок" open={open.includes("due")} text={due || `${dueText || "Срок"}\u00a0—\u00a0?`} />
          <Fact name="Исполнители" open={open.includes("parties")} text={parties.map(({ name }) => name).join(", ")} />
          <Fact name="Результат" open={false} text={result} />
          <Fact name="План" open={open.includes("planned")} text={planned} />
        </dl>
      )}
      {unreported && <p className="sub soon">отчитываться некому</p>}
      {notes.map((note) => (
        <p key={note} className="sub">
          {note}
        </p>
      ))}
      <details>
        <summary>Строка документа</summary>
        <SourceRows measure={measure} table={table} work={work} />
      </details>
      {children}
    </article>
  );
}

function Fact({ name, text, open }: { readonly name: string; readonly text: string; readonly open: boolean }) {
  if (text === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className={open ? "soon" : undefined}>{text}</dd>
    </>
  );
}

/** The rows a measure came from as slips of paper; one that only goes on with it may be said to be something else. */
function SourceRows({ measure, table, work }: Omit<PhoneMeasureProps, "children">) {
  return measure.rows.map((at, index) => {
    const part = table.parts.find((one) => one.table === at.table);
    const cells = (part?.rows.find(({ row }) => row === at.row)?.cells ?? []).filter(({ paragraphs }) =>
      paragraphs.some((text) => text.trim() !== ""),
    );
    return (
      <div key={`${at.table}/${at.row}`}>
        <div className="slip">
          {cells.map((cell) => (
            <p key={cell.col}>{cell.paragraphs.join(" ")}</p>
          ))}
        </div>
        {index > 0 && <PhoneRowEdit at={at} state="join" isMatrix={table.isMatrix} measure={undefined} work={work} />}
      </div>
    );
  });
}
