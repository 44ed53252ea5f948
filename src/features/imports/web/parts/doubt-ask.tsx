import { Button } from "#web/ui/button.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import type { Remembering } from "./use-remembering.ts";

interface DoubtAskProps {
  readonly doubt: ReviewDoubt;
  readonly number: number;
  /** «Строка 1.3», where the question does not stand in its row */
  readonly rows?: string;
  readonly remembering: Remembering;
  open(id: string): void;
  accept(doubt: ReviewDoubt, option: string): void;
}

/** A closed doubt in its row: what is proposed, and one press to take it; the question opens the panel. */
export function DoubtAsk({ doubt, number, rows = "", remembering, open, accept }: DoubtAskProps) {
  const proposed = doubt.options.find(({ key }) => key === doubt.suggested);
  return (
    <div className="ask">
      <div className="ask-words">
        <button type="button" className="ask-open" onClick={() => open(doubt.id)}>
          <span className="visually-hidden">Вопрос {number}: </span>
          {rows !== "" && <span className="ask-rows">{rows}</span>}
          {typeset(doubt.question)}
          {proposed && <b> {typeset(proposed.label)}</b>}
        </button>
        {proposed && remembering.offers(doubt) && (
          <label className="choice ask-remember">
            <input
              type="checkbox"
              checked={remembering.isTicked(doubt)}
              onChange={(event) => remembering.tick(doubt.id, event.target.checked)}
            />
            запомнить в{"\u00a0"}словаре округа
            <span className="visually-hidden">: «{doubt.quote}»</span>
          </label>
        )}
      </div>
      {proposed ? (
        <Button size="small" aria-label={`Принять: ${proposed.label}`} onClick={() => accept(doubt, proposed.key)}>
          Принять
        </Button>
      ) : (
        <Button size="small" aria-label={`Ответить: ${doubt.question}`} onClick={() => open(doubt.id)}>
          Ответить
        </Button>
      )}
    </div>
  );
}
