import { Link } from "react-router";
import { dateInWords, dueInWords } from "#domain/russian/dates.ts";
import { capitalised } from "#domain/russian/letter-case.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { handedWords } from "#features/obligations/model/handed-words.ts";
import { useMe } from "#web/api/me.ts";
import { typeset } from "#web/ui/typeset.ts";

export interface FactPanelProps {
  readonly card: ObligationCard;
  readonly today: string;
  readonly onDelegate: (() => void) | undefined;
  readonly onNotApplicable: (() => void) | undefined;
}

/** «Не относится к нашей школе», «… к нашей организации». */
export function notOursWords(card: ObligationCard): string {
  if (card.bearer.organisationKind === "school") return "Не относится к\u00a0нашей школе";
  return card.bearer.kind === "organisation" ? "Не относится к\u00a0нашей организации" : "Ко\u00a0мне не относится";
}

/** How far the due day is; of a report that came back only that it did: it was given. */
function standingOf(card: ObligationCard, today: string): { readonly words: string; readonly late: boolean } {
  const late = card.dueOn < today && card.state !== "accepted";
  if (late && card.state === "returned") return { words: "отчёт вернули, исправьте и отправьте снова", late: false };
  return { words: dueInWords(localDate(card.dueOn), localDate(today)), late };
}

/** The due day with how far it is; red once it has passed. */
function DueWords({
  card,
  today,
  inline,
}: {
  readonly card: ObligationCard;
  readonly today: string;
  readonly inline: boolean;
}) {
  const { words, late } = standingOf(card, today);
  return (
    <>
      {dateInWords(localDate(card.dueOn))}
      {inline ? ", " : <br />}
      <span className={`${inline ? "" : "sm "}${late ? "late" : "q"}`}>{words}</span>
    </>
  );
}

/** What stands beside the form: due day, the term as printed, who checks, last time. */
export function FactPanel({ card, today, onDelegate, onNotApplicable }: FactPanelProps) {
  return (
    <aside className="side" aria-label="О мероприятии">
      <dl>
        <dt>Срок</dt>
        <dd>
          <DueWords card={card} today={today} inline={false} />
        </dd>
        {card.dueText && (
          <>
            <dt>Срок в программе</dt>
            <dd>«{typeset(card.dueText)}»</dd>
          </>
        )}
        {card.checkers.length > 0 && (
          <>
            <dt>Проверит</dt>
            <dd>{card.checkers.slice(0, 3).join(", ")}</dd>
          </>
        )}
        {card.lastTime && (
          <>
            <dt>Последний принятый</dt>
            <dd>
              <Link to={`/reports/${card.territoryId}/${card.lastTime.reportId}`}>
                Принято {dateInWords(localDate(card.lastTime.acceptedOn))}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <OtherWays card={card} onDelegate={onDelegate} onNotApplicable={onNotApplicable} />
    </aside>
  );
}

/** The due day under the title on a phone, where the panel does not stand. */
export function FactLine({ card, today }: { readonly card: ObligationCard; readonly today: string }) {
  return (
    <dl className="facts-s">
      <dt>Срок</dt>
      <dd>
        <DueWords card={card} today={today} inline />
      </dd>
    </dl>
  );
}

/** What one can do instead of filling the form. */
export function OtherWays({ card, onDelegate, onNotApplicable }: Omit<FactPanelProps, "today">) {
  const handed = handedWords(card, useMe().person.id);
  return (
    <div className="oth">
      {onDelegate && (
        <button type="button" className="link-button" onClick={onDelegate}>
          {handed ? capitalised(handed) : "Передать коллеге"}
        </button>
      )}
      {onNotApplicable && (
        <button type="button" className="link-button" onClick={onNotApplicable}>
          {notOursWords(card)}
        </button>
      )}
    </div>
  );
}
