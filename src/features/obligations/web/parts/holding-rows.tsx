import { dueInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { Link } from "react-router";
import { CheckField } from "#web/ui/choice-field.tsx";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow } from "../../model/contract.ts";
import { shortDay } from "../../model/days.ts";
import { draftWords } from "../../model/handed-words.ts";
import type { Holding } from "../../model/holders.ts";
import { answerLink } from "../../model/links.ts";
import { measureWords } from "../../model/measure-words.ts";
import { STATE_WORD } from "../../model/text.ts";
import { dayOf, type DayHere } from "./days.ts";

export interface HoldingRowsProps {
  readonly holding: Holding;
  readonly here: DayHere;
  readonly chosen: readonly string[];
  /** undefined for those who only look */
  readonly onToggle: ((ids: readonly string[], on: boolean) => void) | undefined;
}

/** What one person holds, or what nobody was given; each row can be ticked to be handed over. */
export function HoldingRows({ holding, here, chosen, onToggle }: HoldingRowsProps) {
  const { today } = here;
  const { person, rows, late } = holding;
  const name = person ? person.name : "Никому не передано";
  const ids = rows.filter((row) => row.can.delegate).map((row) => row.id);
  const all = ids.length > 0 && ids.every((id) => chosen.includes(id));
  return (
    <section className="holding">
      <GroupTitle count={rows.length}>{name}</GroupTitle>
      <p className="whose sm q">
        {[person ? person.position : "сдают руководитель и заместители", late > 0 && `просрочено\u00a0${late}`]
          .filter(Boolean)
          .join(" ·\u00a0")}
        {onToggle && ids.length > 1 && (
          <>
            {" ·\u00a0"}
            <button
              type="button"
              className="link-button"
              aria-label={`${all ? "Снять отметки" : "Отметить все"}: ${name}`}
              onClick={() => onToggle(ids, !all)}
            >
              {all ? "Снять отметки" : "Отметить все"}
            </button>
          </>
        )}
      </p>
      <ul className="pick" aria-label={name}>
        {rows.map((row) => (
          <li key={row.id}>
            {onToggle && row.can.delegate ? (
              <CheckField
                label={typeset(row.measureTitle)}
                hint={metaOf(row, here)}
                checked={chosen.includes(row.id)}
                onChange={(on) => onToggle([row.id], on)}
              />
            ) : (
              <div>
                <Measure row={row} />
                <div className="meta">{metaOf(row, here)}</div>
              </div>
            )}
            <div className="when sm">
              <span>{shortDay(row.dueOn, today)}</span>
              <StateMark state={row.state}>{stateWords(row, today)}</StateMark>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Measure({ row }: { readonly row: ObligationRow }) {
  const to = answerLink(row);
  const title = typeset(row.measureTitle);
  return to ? (
    <Link className="what" to={to}>
      {title}
    </Link>
  ) : (
    <span className="what">{title}</span>
  );
}

function metaOf(row: ObligationRow, here: DayHere): string {
  const draft = row.report?.state === "draft" ? draftWords(row.report, dayOf(row.report.savedAt, here)) : "";
  return typeset(measureWords(row, draft));
}

function stateWords(row: ObligationRow, today: string): string {
  return row.state === "late" || row.state === "soon"
    ? dueInWords(localDate(row.dueOn), localDate(today))
    : STATE_WORD[row.state];
}
