import "./stages.css";

const STAGES = [
  { name: "Читаем документ", what: "несколько секунд" },
  { name: "Вы проверяете", what: "и отвечаете на вопросы" },
  { name: "Утверждаете", what: "появляется черновик" },
] as const;

const AMENDING = [...STAGES.slice(0, 2), { name: "Сравниваете", what: "и утверждаете приказом" }] as const;

interface StagesProps {
  /** the document amends a programme in force */
  readonly amends?: boolean;
  /** the stage that goes on; none before a document is chosen */
  readonly current?: 0 | 1 | 2;
}

/** What becomes of a document, in one line, and what does not happen before the last step. */
export function Stages({ current, amends = false }: StagesProps) {
  return (
    <div className="stages">
      <ol>
        {(amends ? AMENDING : STAGES).map(({ name, what }, at) => (
          <li key={name} {...(at === current && { "aria-current": "step" as const })}>
            <b>{name}</b>
            <span>{what}</span>
          </li>
        ))}
      </ol>
      <p>
        {amends
          ? "Пока изменения не утверждены, программа и отчёты остаются как есть."
          : "До утверждения ничего не создаётся и никто ничего не видит. В действие программу вводит приказ, уже потом."}
      </p>
    </div>
  );
}
