import { Button } from "#web/ui/button.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Decision } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";

interface DoubtAskProps {
  readonly doubt: ReviewDoubt;
  readonly number: number;
  open(id: string): void;
  decide(decision: Decision): void;
}

/** A closed doubt in its row: what is proposed, and one press to take it; the question opens the panel. */
export function DoubtAsk({ doubt, number, open, decide }: DoubtAskProps) {
  const proposed = doubt.options.find(({ key }) => key === doubt.suggested);
  return (
    <div className="ask">
      <button type="button" className="ask-open" onClick={() => open(doubt.id)}>
        <span className="visually-hidden">Вопрос {number}: </span>
        {typeset(doubt.question)}
        {proposed && <b> {typeset(proposed.label)}</b>}
      </button>
      {proposed ? (
        <Button
          size="small"
          aria-label={`Принять: ${proposed.label}`}
          onClick={() => decide({ doubtId: doubt.id, option: proposed.key, remember: false })}
        >
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
