import "./stages.css";

const STAGES = [
  { name: "Читаем документ", what: "несколько секунд" },
  { name: "Вы проверяете", what: "и отвечаете на вопросы" },
  { name: "Утверждаете", what: "появляется черновик" },
] as const;

interface StagesProps {
  /** the stage that goes on; none before a document is chosen */
  readonly current?: 0 | 1 | 2;
}

/** What becomes of a document, in one line, and what does not happen before the last step. */
export function Stages({ current }: StagesProps) {
  return (
    <div className="stages">
      <ol>
        {STAGES.map(({ name, what }, at) => (
          <li key={name} {...(at === current && { "aria-current": "step" as const })}>
            <b>{name}</b>
            <span>{what}</span>
          </li>
        ))}
      </ol>
      <p>До утверждения ничего не создаётся и никто ничего не видит. В действие программу вводит приказ, уже потом.</p>
    </div>
  );
}
