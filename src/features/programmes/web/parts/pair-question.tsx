import type { AmendmentView } from "#features/imports/model/amendment.ts";
import { Button } from "#web/ui/button.tsx";
import { typeset } from "#web/ui/typeset.ts";

interface PairQuestionProps {
  readonly question: AmendmentView["questions"][number];
  readonly busy: boolean;
  readonly onAnswer: (before: string | null) => void;
}

/** «Это то же мероприятие?» with those it may be, the likeliest first; until it is answered nothing is approved. */
export function PairQuestion({ question, busy, onAnswer }: PairQuestionProps) {
  const [first, ...others] = question.candidates;
  return (
    <div className="pair-ask" id={`ask-${question.after}`} tabIndex={-1}>
      <h3>Это то же мероприятие?</h3>
      <p>{typeset("Отчёты останутся у того мероприятия, которое вы выберете.")}</p>
      <div className="answers">
        {first && (
          <Button kind="primary" busy={busy} onClick={() => onAnswer(first.key)}>
            {typeset(`Да, это ${named(first)}`)}
          </Button>
        )}
        {others.map((candidate) => (
          <Button key={candidate.key} busy={busy} onClick={() => onAnswer(candidate.key)}>
            {typeset(`Нет, это ${named(candidate)}`)}
          </Button>
        ))}
        <Button busy={busy} onClick={() => onAnswer(null)}>
          Нет, это новое мероприятие
        </Button>
      </div>
    </div>
  );
}

function named({ number, title, place }: AmendmentView["questions"][number]["candidates"][number]): string {
  return `${[number, `«${title}»`].filter(Boolean).join(" ")}, раздел «${place}»`;
}
