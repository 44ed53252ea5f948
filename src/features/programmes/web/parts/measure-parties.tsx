import { useState } from "react";
import { PartyChip } from "#web/ui/party-chip.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { MeasurePage, PartySeen } from "../../model/seen.ts";
import { byStance } from "../../model/party-order.ts";
import { PART_NAME } from "../../model/words.ts";

/** The parties as printed, the part of each, and whom it means today. */
export function MeasureParties({ page }: { readonly page: MeasurePage }) {
  const { parties } = page.measure;
  if (parties.length === 0) return <p className="q">Исполнители не названы.</p>;
  return (
    <ul className="parties">
      {byStance(parties).map((party) => (
        <li key={party.id} className={party.stance === "outside" ? "outsider" : undefined}>
          <PartyChip code={party.name} leading={party.stance === "answers"} />
          <span className="sm q">{PART_NAME[party.part]}</span>
          <Bearers party={party} bearers={page.bearers[party.id] ?? null} />
        </li>
      ))}
    </ul>
  );
}

const SHOWN = 3;

interface BearersProps {
  readonly party: PartySeen;
  readonly bearers: MeasurePage["bearers"][string];
}

function Bearers({ party, bearers }: BearersProps) {
  const [all, setAll] = useState(false);
  if (party.audience?.kind === "outside") return <span className="sm q">вне муниципалитета, отчёта не сдаёт</span>;
  if (bearers === null)
    return (
      <span className="sm">
        <StateMark state="returned" size={10}>
          не решено, кто это
        </StateMark>
      </span>
    );
  if (bearers.length === 0) return <span className="sm q">сегодня таких в муниципалитете нет</span>;
  const shown = all ? bearers : bearers.slice(0, SHOWN);
  return (
    <span className="sm m">
      {shown.map((bearer) => typeset(bearer.name)).join(", ")}
      {bearers.length > shown.length && (
        <>
          {" "}
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            и ещё {bearers.length - shown.length}
          </button>
        </>
      )}
    </span>
  );
}
