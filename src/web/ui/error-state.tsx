import type { ReactNode } from "react";
import { problemText } from "../api/problem.ts";
import { Button } from "./button.tsx";
import { Shape } from "./shape.tsx";
import { typeset, typesetNode } from "./typeset.ts";

export interface ErrorStateProps {
  /** what did not happen: «Отчёт не отправлен» */
  readonly title: string;
  /** whatever was thrown; its sentence says why and what to do */
  readonly problem?: unknown;
  /** what is kept: «Текст и 2 файла сохранены на этом устройстве, заполнять заново не нужно.» */
  readonly kept?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
  /** the verb on the button; «Повторить» */
  readonly retryLabel?: string;
  /** 1 where the failure is all the page has to say */
  readonly level?: 1 | 2;
  /** other ways out, after the button */
  readonly children?: ReactNode;
}

/** What happened, what is kept, what to do. */
export function ErrorState({
  title,
  problem,
  kept,
  onRetry,
  retryLabel = "Повторить",
  level = 2,
  children,
}: ErrorStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="summary" role="alert">
      <Heading>
        <Shape state="late" size={14} />
        {title}
      </Heading>
      {(problem !== undefined || kept) && (
        <p>
          {problem !== undefined && typeset(problemText(problem))} {typesetNode(kept)}
        </p>
      )}
      {(onRetry || children) && (
        <div className="bt">
          {onRetry && (
            <Button kind="primary" onClick={onRetry}>
              {retryLabel}
            </Button>
          )}
          {children}
        </div>
      )}
    </div>
  );
}
