import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { FieldError } from "./field-shell.tsx";

export interface RefusalProps {
  readonly error: Error | null;
  /** names of fields in Russian: where another person has written meanwhile, their values are shown beside the form */
  readonly names?: Readonly<Record<string, string>>;
}

/** Why a form was not saved. After a stale write the page is read anew; pressing once more saves over what is shown here (`useWriteOver`). */
export function Refusal({ error, names = {} }: RefusalProps) {
  const queries = useQueryClient();
  const stale = error instanceof ApiProblem && error.code === "stale-write";
  useEffect(() => {
    if (stale) void queries.invalidateQueries();
  }, [stale, queries]);
  if (!error) return null;
  const { stored } = (stale ? (error.extra as { stored: Record<string, unknown> | null }) : null) ?? { stored: null };
  return (
    <div role="alert" className="f">
      <FieldError>
        {stale
          ? "Пока вы правили, запись изменил другой человек. Сравните: «Сохранить» запишет ваш вариант."
          : problemText(error)}
      </FieldError>
      {stored && (
        <ul className="sm m" style={{ marginTop: 8 }}>
          {Object.entries(names).map(([key, name]) => (
            <li key={key}>
              {name}, записано: {String(stored[key] ?? "") || "пусто"}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
