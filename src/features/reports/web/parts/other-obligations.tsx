import { Fragment, useState } from "react";
import { Link } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { measureWords } from "#features/obligations/model/measure-words.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { begunApart, type BegunApart } from "../../model/begun-apart.ts";

export interface OtherObligationsProps {
  readonly card: ObligationCard;
  /** all that the report answers, the card's own first */
  readonly chosen: readonly string[];
  /** the report holds something already */
  readonly started: boolean;
  readonly today: string;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** One report may answer several due days of the same organisation: one order, one meeting for all. */
export function OtherObligations({ card, chosen, started, today, onChange }: OtherObligationsProps) {
  const [opened, setOpened] = useState(false);
  const added = chosen.length - 1;
  const apart = begunApart(card, started, today);
  const note = apart && <BegunNote territoryId={card.territoryId} apart={apart} />;
  if (card.others.length === 0 && added === 0) return note;
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <p className="also">
      <button type="button" className="link-button" onClick={() => setOpened(true)}>
        {added > 0
          ? `Этот отчёт закрывает ещё ${counted(added, ["мероприятие", "мероприятия", "мероприятий"])}`
          : "Закрыть этим отчётом и другие мероприятия"}
      </button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Что ещё закрывает этот отчёт"
        width={640}
        actions={
          <Button kind="primary" onClick={() => setOpened(false)}>
            Готово
          </Button>
        }
      >
        <div className="choices">
          {card.others.map((other) => (
            <CheckField
              key={other.id}
              label={typeset(other.measureTitle)}
              hint={typeset(measureWords(other, `до ${dateInWords(localDate(other.dueOn))}`))}
              checked={chosen.includes(other.id)}
              onChange={(on) => toggle(other.id, on)}
            />
          ))}
        </div>
        {note}
      </Dialog>
    </p>
  );
}

/** Why what is owed too cannot be added here: a report of its own was begun. */
function BegunNote({ territoryId, apart }: { readonly territoryId: string; readonly apart: BegunApart }) {
  const { named, more, joins } = apart;
  const one = named.length === 1;
  return (
    <p className="also sm q">
      <span>
        {one ? "Мероприятие" : "Мероприятия"}{" "}
        {named.map((other, at) => (
          <Fragment key={other.id}>
            {at > 0 && ", "}
            <Link to={`/todo/${territoryId}/${other.id}`}>
              {other.measureNumber || `«${typeset(other.measureTitle)}»`}
            </Link>
            {typeset(` (${[other.period, `срок ${dateInWords(localDate(other.dueOn))}`].filter(Boolean).join(", ")})`)}
          </Fragment>
        ))}
        {more > 0 && ` и ещё\u00a0${more}`}
        {one
          ? " этим отчётом не закрыть: отчёт по нему уже начат."
          : " этим отчётом не закрыть: отчёты по ним уже начаты."}{" "}
        {noteEnd(one, joins)}
      </span>
    </p>
  );
}

function noteEnd(one: boolean, joins: boolean): string {
  if (!joins) return one ? "Отчитайтесь по нему отдельно." : "Отчитайтесь по ним отдельно.";
  return one ? "Откройте его и отметьте это мероприятие там." : "Откройте любой из них и отметьте это мероприятие там.";
}
