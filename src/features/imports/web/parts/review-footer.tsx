import { Icon } from "#web/ui/icon.tsx";
import type { Saving } from "./use-answers.ts";

const SAYS: Readonly<Record<Saving, string>> = {
  saved: "Правки сохраняются, можно закрыть и продолжить позже",
  saving: "Сохраняем ответ…",
  waiting: "Нет связи: ответы сохранятся, как только она появится. Не закрывайте страницу",
};

/** The keys of the review, and whether the answers are kept. */
export function ReviewFooter({ saving }: { readonly saving: Saving }) {
  return (
    <footer className="keys">
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
      <span className="only-keys">
        <kbd>Ctrl</kbd>
        <kbd>Z</kbd>вернуть
      </span>
      <output className={saving === "waiting" ? "e soon" : "e"}>{SAYS[saving]}</output>
    </footer>
  );
}
