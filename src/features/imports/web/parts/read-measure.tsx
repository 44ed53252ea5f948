import { PartyChip } from "#web/ui/party-chip.tsx";
import { hyphenated } from "../../model/hyphenate.ts";
import type { ReviewRow } from "../../model/review-row.ts";
import { lineId } from "./unreported.tsx";

interface ReadMeasureProps {
  readonly measure: ReviewRow;
  /** its row of the document holds several measures: each says which it is */
  readonly isOneOf: boolean;
}

/** What a row was understood as: number, term, parties, result and plan; what is still asked is amber. */
export function ReadMeasureLine({ measure, isOneOf }: ReadMeasureProps) {
  const { key, number, level, title, due, dueText, parties, result, planned, isGroup, unreported, notes, open } =
    measure;
  if (isGroup) return <span className="secr">Группа {number && `${number}: `}строки ниже</span>;
  return (
    <div className="measure" id={lineId(key)} tabIndex={-1}>
      {(level || isOneOf) && (
        <p className="lv">
          {level && <PartyChip code={level} leading />} {title}
        </p>
      )}
      <div className="read-back">
        <span className="q">{level ? "" : number}</span>
        <span>
          {open.includes("due") ? <span className="soon">{due || `${dueText || "Срок"}\u00a0—\u00a0?`}</span> : due}
        </span>
        <span className="parties">
          {parties.map((party, at) =>
            party.meaning === null ? (
              // oxlint-disable-next-line react/no-array-index-key -- one name may stand twice in a cell
              <span key={at} className="soon">
                {hyphenated(party.name)}
              </span>
            ) : (
              <Party key={at} name={party.name} leading={party.leading} meaning={party.meaning} />
            ),
          )}
        </span>
        <span className={open.includes("planned") ? "soon" : undefined}>
          <span className="res">{hyphenated(result)}</span>
          {planned && <span className="plan">{result ? ` · ${planned}` : planned}</span>}
        </span>
      </div>
      {unreported && <p className="sub ind soon">отчитываться некому</p>}
      {notes.map((note) => (
        <p key={note} className="sub ind">
          {note}
        </p>
      ))}
    </div>
  );
}

const LONGEST_CHIP = 14;

/** A code in its chip; a long name as words. */
function Party({
  name,
  leading,
  meaning,
}: {
  readonly name: string;
  readonly leading: boolean;
  readonly meaning: string;
}) {
  if (name.length <= LONGEST_CHIP) return <PartyChip code={name} leading={leading} title={`${name}: ${meaning}`} />;
  return (
    <span className={leading ? "long strong" : "long"} title={meaning}>
      {hyphenated(name)}
    </span>
  );
}
