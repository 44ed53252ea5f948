import { PartyChip } from "#web/ui/party-chip.tsx";
import type { PaperTable } from "../../model/paper.ts";
import type { ReviewRow } from "../../model/review-row.ts";
import { lineId } from "./unreported.tsx";

/** A measure as understood, one under another, with its row of the document behind a word. */
export function PhoneMeasure({ measure, table }: { readonly measure: ReviewRow; readonly table: PaperTable }) {
  const { key, number, level, title, due, dueText, parties, result, planned, unreported, notes, open, isGroup } =
    measure;
  return (
    <article className="pm" id={lineId(key)} tabIndex={-1}>
      <p className="what">
        {level ? <PartyChip code={level} leading /> : <span className="q">{number}</span>} {title}
      </p>
      {!isGroup && (
        <dl>
          <Fact name="Срок" open={open.includes("due")} text={due || `${dueText || "Срок"} — ?`} />
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
        <SourceRow measure={measure} table={table} />
      </details>
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

/** The cells of the rows a measure came from, as paragraphs of paper. */
function SourceRow({ measure, table }: { readonly measure: ReviewRow; readonly table: PaperTable }) {
  const rows = table.parts.flatMap((part) =>
    part.rows.filter((row) => measure.rows.some((own) => own.table === part.table && own.row === row.row)),
  );
  return (
    <div className="slip">
      {rows.flatMap((row) =>
        row.cells
          .filter(({ paragraphs }) => paragraphs.some((text) => text.trim() !== ""))
          .map((cell) => <p key={`${row.row}/${cell.col}`}>{cell.paragraphs.join(" ")}</p>),
      )}
    </div>
  );
}
