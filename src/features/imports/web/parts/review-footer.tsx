import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { SimilarAnswers } from "../../model/similar.ts";
import { rowsListed } from "../../model/doubt-rows.ts";
import type { ReviewRow } from "../../model/review-row.ts";
import type { Saving } from "./use-answers.ts";

const SAYS: Readonly<Record<Saving, string>> = {
  saved: "Правки сохраняются, можно закрыть и продолжить позже",
  saving: "Сохраняем ответ…",
  waiting: "Нет связи: ответы сохранятся, как только она появится. Не закрывайте страницу",
};

interface ReviewFooterProps {
  readonly saving: Saving;
  /** the rows that the answer just given would fit */
  readonly alike: SimilarAnswers | null;
  readonly rows: readonly ReviewRow[];
  /** a question is open: its keys are of use */
  readonly isAsking: boolean;
  onAlike(): void;
}

/** The keys of the review, the offer to answer alike, and whether the answers are kept. */
export function ReviewFooter({ saving, alike, rows, isAsking, onAlike }: ReviewFooterProps) {
  if (alike) return <Alike alike={alike} which={rowsListed(alike.keys, rows)} onAlike={onAlike} />;
  return (
    <footer className="review-keys">
      {isAsking && <AnswerKeys />}
      <span className="only-keys">
        <kbd>Ctrl</kbd>
        <kbd>Z</kbd>вернуть
      </span>
      <output className={saving === "waiting" ? "e soon" : "e"}>{SAYS[saving]}</output>
    </footer>
  );
}

function AnswerKeys() {
  return (
    <>
      <span className="only-keys">
        <kbd>
          <Icon name="arrowUp" size={12} />
        </kbd>
        <kbd>
          <Icon name="arrowDown" size={12} />
        </kbd>
        между вопросами
      </span>
      <span className="only-keys">
        <kbd>1</kbd>–<kbd>9</kbd>выбрать
      </span>
      <span className="only-keys">
        <kbd>Enter</kbd>принять
      </span>
    </>
  );
}

interface AlikeProps {
  readonly alike: SimilarAnswers;
  /** «4, 5, 6 и ещё 3» */
  readonly which: string;
  onAlike(): void;
}

/** In the place of the keys, until the next answer: the same answer for the rows like this one. */
function Alike({ alike, which, onAlike }: AlikeProps) {
  return (
    <footer className="review-keys alike">
      <output>Ответ принят.</output>
      <Button size="small" onClick={onAlike}>
        Так же для ещё {counted(alike.rows, ["строки", "строк", "строк"])}
      </Button>
      <span className="which">
        {alike.rows === 1 ? "Строка" : "Строки"} {which}
      </span>
      <span className="only-keys">
        <kbd>Shift</kbd>
        <kbd>Enter</kbd>
      </span>
    </footer>
  );
}
