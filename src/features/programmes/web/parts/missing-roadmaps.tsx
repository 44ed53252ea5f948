import type { AmendmentView, AnswerPair } from "#features/imports/model/amendment.ts";
import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { typeset } from "#web/ui/typeset.ts";

interface MissingRoadmapsProps {
  readonly missing: AmendmentView["missing"];
  readonly busy: boolean;
  readonly onAnswer: (answer: AnswerPair["answer"]) => void;
}

/** Roadmaps that the new document says nothing of: an order may change one appendix and leave the others as they are. */
export function MissingRoadmaps({ missing, busy, onAnswer }: MissingRoadmapsProps) {
  return missing.map(({ key, title, measures, keep }) => (
    <div key={key} className="difference">
      <div className="pair-ask" tabIndex={-1}>
        <h2>{typeset(`Дорожной карты «${title}» в новом документе нет`)}</h2>
        <p>
          {typeset(
            `В ней ${counted(measures, ["мероприятие", "мероприятия", "мероприятий"])}. ${
              keep === null ? "Что с ней делать?" : keep ? "Она остаётся как есть." : "Она закрывается."
            }`,
          )}
        </p>
        <div className="answers">
          <Button
            kind={keep === null ? "primary" : "default"}
            busy={busy}
            aria-pressed={keep === true}
            onClick={() => onAnswer({ kind: "roadmap", roadmap: key, keep: true })}
          >
            Оставить как есть
          </Button>
          <Button
            busy={busy}
            aria-pressed={keep === false}
            onClick={() => onAnswer({ kind: "roadmap", roadmap: key, keep: false })}
          >
            Закрыть вместе с мероприятиями
          </Button>
        </div>
      </div>
    </div>
  ));
}
