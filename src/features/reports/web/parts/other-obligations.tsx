import { useState } from "react";
import { dateInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { typeset } from "#web/ui/typeset.ts";

export interface OtherObligationsProps {
  readonly card: ObligationCard;
  /** all that the report answers, the card's own first */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** One report may answer several due days of the same organisation: one order, one meeting for all. */
export function OtherObligations({ card, chosen, onChange }: OtherObligationsProps) {
  const [opened, setOpened] = useState(false);
  const added = chosen.length - 1;
  if (card.others.length === 0 && added === 0) return null;
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
              hint={`${other.programmeTitle}${other.measureNumber && ` · мероприятие\u00a0${other.measureNumber}`} · до ${dateInWords(localDate(other.dueOn))}`}
              checked={chosen.includes(other.id)}
              onChange={(on) => toggle(other.id, on)}
            />
          ))}
        </div>
      </Dialog>
    </p>
  );
}
