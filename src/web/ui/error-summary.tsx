import { useEffect, useRef } from "react";
import { Shape } from "./shape.tsx";

export interface ErrorSummaryProps {
  /** «Поправьте 2 места, и отчёт можно отправлять» */
  readonly title: string;
  /** in the order of the form; `field` is the id of the control; one that is `mended` since keeps its line, so that nothing under it moves */
  readonly errors: readonly { readonly field: string; readonly text: string; readonly mended?: boolean }[];
}

/** What is wrong with a form, on top of it, each line leading to its field. Takes the focus when it appears; give it a new `key` to take it again. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // once: while the fields are mended under it, the focus is theirs
  useEffect(() => box.current?.focus(), []);
  const done = errors.every(({ mended }) => mended);
  return (
    <div className={done ? "summary done" : "summary"} role={done ? undefined : "alert"} tabIndex={-1} ref={box}>
      <h2>
        <Shape state={done ? "accepted" : "late"} size={14} />
        {title}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            {error.mended ? (
              <>
                <s>{error.text}</s>
                <span className="visually-hidden"> исправлено</span>
              </>
            ) : (
              <a
                href={`#${error.field}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(error.field);
                }}
              >
                {error.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
